import type { Facets as Counted } from '../../../service/search/count-facets.ts';
import { languageName } from '../document/facts.tsx';
import { shorten } from '../layout.tsx';
import { withQuery } from '../links.ts';
import type { SearchForm } from './form.tsx';

const TITLES: Readonly<Record<keyof Counted, string>> = {
  speaker: 'Speaker',
  voice: 'Role',
  kind: 'Question or answer',
  topic: 'Topic',
  year: 'Year',
  outlet: 'Outlet',
  lang: 'Language',
};

/** How the turns found are spread. A value narrows the search; one that is set is left again. */
export function FacetColumn(props: { form: SearchForm; facets: Counted }) {
  const names = (Object.keys(TITLES) as (keyof Counted)[]).filter(
    (f) => props.facets[f].length > 1 || isSet(props.form, f),
  );
  if (names.length === 0) return null;
  return (
    <nav class="facets" id="narrow" aria-label="Narrow this search">
      {names.map((facet) => (
        <>
          <h2>{TITLES[facet]}</h2>
          <ul>
            {props.facets[facet].map((v) => {
              const chosen = isChosen(props.form, facet, v.value);
              const href = withQuery('/search', { ...props.form, next: null, ...setTo(facet, chosen ? '' : v.value) });
              const name = facet === 'lang' ? languageName(v.value) : shorten(v.name, 44);
              return (
                <li class={chosen ? 'chosen' : undefined}>
                  {facet === 'year' && v.value === '' ? (
                    <span>{name}</span>
                  ) : (
                    <a href={href} rel="nofollow">
                      {name}
                      {chosen ? ' ×' : ''}
                      {chosen ? <span class="hidden"> (leave out this filter)</span> : null}
                    </a>
                  )}
                  <span>{v.turns.toLocaleString('en')}</span>
                </li>
              );
            })}
          </ul>
        </>
      ))}
    </nav>
  );
}

const setTo = (facet: keyof Counted, value: string): Record<string, string> =>
  facet === 'year' ? { from: value, to: value } : { [facet]: value };

const isSet = (form: SearchForm, facet: keyof Counted): boolean =>
  facet === 'year' ? Boolean(form.from ?? form.to) : Boolean(form[facet]);

const isChosen = (form: SearchForm, facet: keyof Counted, value: string): boolean =>
  value !== '' && (facet === 'year' ? form.from === value && form.to === value : form[facet] === value);
