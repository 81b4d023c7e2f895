import { z } from 'zod';
import type { CliHint } from '../service/operation.ts';

/** A field of an operation's input as the command line shows it. */
export interface CliField {
  readonly name: string;
  /** name of the flag, without dashes */
  readonly flag: string;
  /** key under which commander keeps the flag's value */
  readonly option: string;
  readonly word: string;
  readonly description: string;
  readonly required: boolean;
  readonly many: boolean;
  readonly boolean: boolean;
  readonly choices: readonly string[] | null;
  readonly hint: CliHint;
}

/** The fields of an input schema, in their order: what each is called, whether it is needed, what it may be. */
export function readFields(input: z.ZodObject): CliField[] {
  return Object.entries(input.shape).map(([name, schema]) => {
    const meta = (schema as z.ZodType).meta() as { description?: string; cli?: CliHint } | undefined;
    let type = schema as z.ZodType;
    let required = true;
    let fallback: unknown;
    for (;;) {
      if (type instanceof z.ZodDefault) {
        fallback = type.def.defaultValue;
        type = type.def.innerType as z.ZodType;
        required = false;
      } else if (type instanceof z.ZodOptional || type instanceof z.ZodNullable) {
        type = type.def.innerType as z.ZodType;
        required = false;
      } else break;
    }
    const flag = name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
    const shown = fallback === undefined || fallback === false ? '' : ` (default: ${String(fallback)})`;
    const hint = meta?.cli ?? {};
    return {
      name,
      flag,
      option: name,
      word: hint.value ?? name.replace(/s$/, '').toUpperCase(),
      description: (meta?.description ?? '') + shown,
      required,
      many: type instanceof z.ZodArray,
      boolean: type instanceof z.ZodBoolean,
      choices: type instanceof z.ZodEnum ? type.options.map(String) : null,
      hint,
    };
  });
}
