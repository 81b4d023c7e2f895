/** Facts of a text that its preview offers to mend, in the order of the form. */
export const MENDABLE = ['title', 'date', 'published', 'kind', 'outlet', 'publisher', 'language'] as const;

type Fields = Readonly<Record<string, string>>;

/**
 * What a person mended in the form of a preview, as the input of `preview` and `add`. A field left as the page gave it
 * (`was.title`) says nothing: the sidecar holds only what a person said.
 */
export function mendingOfForm(fields: Fields): Record<string, unknown> {
  const mending: Record<string, unknown> = {};
  for (const name of MENDABLE) {
    const value = fields[name]?.trim() ?? '';
    if (value !== '' && value !== (fields[`was.${name}`] ?? '').trim()) mending[name] = value;
  }
  const who = labelsOfForm(fields).flatMap(({ label, name, role, was }) => {
    if (name === was.name && role === was.role) return [];
    return name === '' && role === '' ? [] : [`${label}=${name}${role ? ` (${role})` : ''}`];
  });
  return who.length > 0 ? { ...mending, who } : mending;
}

/** The rows `label.0`, `name.0`, `role.0` with what the page itself gave. */
export function labelsOfForm(fields: Fields) {
  return Object.keys(fields)
    .flatMap((key) => /^label\.(\d{1,4})$/u.exec(key)?.[1] ?? [])
    .map((i) => ({
      label: fields[`label.${i}`]!,
      name: (fields[`name.${i}`] ?? '').trim(),
      role: fields[`role.${i}`] ?? '',
      was: { name: fields[`was.name.${i}`] ?? '', role: fields[`was.role.${i}`] ?? '' },
    }));
}
