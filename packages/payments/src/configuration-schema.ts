import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { acquirerSchema, configurationFrame } from './configuration.ts';
import { NAME } from './check-options.ts';

/** A JSON Schema: plain JSON, to be written to a file or given to a validator. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 7) of a configuration of `loadPayments`, composed of the settings schemas its adapters export. Name it
 * in the configuration's `$schema`, and an editor completes the file and marks its mistakes.
 *
 * It refuses nothing that `loadPayments` takes. What only a program can see is left to that: whether a key can be read,
 * a secret is set, a name is configured.
 *
 * @param adapters - settings schemas by the adapter name the configuration uses.
 *
 * @example
 * ```ts
 * const schema = configurationSchema({ 'your-adapter': yourAdapterConfig });
 * await writeFile('payments.schema.json', JSON.stringify(schema, undefined, 2));
 * ```
 */
export function configurationSchema(adapters: Readonly<Record<string, v.GenericSchema>>): JsonSchema {
  const frame = jsonSchemaOf(configurationFrame, '#');
  return {
    ...frame,
    $schema: 'http://json-schema.org/draft-07/schema#',
    properties: { ...(frame['properties'] as JsonSchema), acquirers: acquirersOf(Object.keys(adapters)) },
    definitions: {
      secret: SECRET,
      ...Object.fromEntries(
        Object.entries(adapters).map(([name, schema]) => [name, secretsIn(jsonSchemaOf(schema, pointer(name)))]),
      ),
    },
  };
}

const SECRET = {
  description: 'A secret that is named here and held elsewhere: the app reads it when it starts.',
  oneOf: ['env', 'file'].map((from) => ({
    type: 'object',
    properties: { [from]: { type: 'string', minLength: 1 } },
    required: [from],
    additionalProperties: false,
  })),
};

function acquirersOf(adapters: readonly string[]): JsonSchema {
  const { properties, ...acquirer } = jsonSchemaOf(acquirerSchema, '#');
  return {
    description: 'The acquirers, by the name each goes by here: in stored payments, in URLs, in active.',
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: NAME.source },
    additionalProperties: {
      ...acquirer,
      properties: { ...(properties as JsonSchema), adapter: { enum: adapters }, settings: { type: 'object' } },
      allOf: adapters.map((name) => ({
        if: { properties: { adapter: { const: name } }, required: ['adapter'] },
        then: { properties: { settings: { $ref: pointer(name) } } },
      })),
    },
  };
}

// Checks and transformations are no part of JSON Schema: what it cannot say, it leaves out.
function jsonSchemaOf(schema: v.GenericSchema, at: string): JsonSchema {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'ignore',
    overrideRef: ({ referenceId }) => `${at}/$defs/${referenceId}`,
  });
  return rest;
}

function pointer(name: string): string {
  return `#/definitions/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The schema with a reference allowed wherever it has a text: there `loadPayments` puts the secret. */
function secretsIn(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(secretsIn);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (isText(schema)) return { anyOf: [schema, { $ref: '#/definitions/secret' }] };
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, secretsIn(part)]));
}

function isText(schema: object): boolean {
  return ('type' in schema && schema.type === 'string') || ('const' in schema && typeof schema.const === 'string');
}
