const here = new URL(".", import.meta.url).href;

/** What must not outlive a mutant, or is too slow for thousands, and what stands in its place. */
const replaced = [
  [/\/src\/cells\/texts\.ts$/, "no-memory.ts"],
  [/\/node_modules\/fast-check\//, "fast-check.ts"],
];

/** Gives a module's replacement to all that import it, but for the replacement itself. */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  if (context.parentURL?.startsWith(here) || context.parentURL?.includes("/node_modules/")) return found;
  const [, file] = replaced.find(([pattern]) => pattern.test(found.url.split("?")[0])) ?? [];
  return file === undefined ? found : { ...found, url: `${here}${file}`, format: "module" };
}
