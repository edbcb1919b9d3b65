import { readFileSync } from "node:fs";
import Ajv from "ajv";

type SchemaName = "options" | "grid" | "convention" | "communes" | "result";

const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });

/** Returns what a published schema (`docs/schemas`) holds against a value, each fault at its place. */
export function schemaFaults(name: SchemaName): (value: unknown) => string[] {
  const schema = JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, "utf8")) as { readonly $id: string };
  const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(" "),
    );
  };
}
