/** Where the scripts of pages come from, as they are built unless asked otherwise. */
const scriptSources = ["'self'", "https://appsforoffice.microsoft.com"];

/** Pages that need no Office.js have all that they run beside them. */
const withoutExcel = "navigateur.html";
const withoutOffice = [withoutExcel, "installer.html", "installer-en.html"];

/** What each page's policy must say, and no more; the page without Excel has a worker, a file of its own. */
const policy = (name: string, scripts: readonly string[]) => ({
  "default-src": ["'none'"],
  "script-src": withoutOffice.includes(name) ? ["'self'"] : scripts,
  "style-src": ["'self'"],
  "img-src": ["'self'"],
  "connect-src": ["'self'"],
  "object-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  ...(name === withoutExcel ? { "worker-src": ["'self'"] } : {}),
});

/** What the page names in `src` and `href`, fragments and addresses of elsewhere left out. */
export function referencesOf(page: string): string[] {
  return attributes(page)
    .map((value) => value.split("#")[0] ?? "")
    .filter((value) => value !== "" && !isElsewhere(value));
}

/**
 * All that is wrong with the pages, in sentences. `files` are the paths that links may lead to, `scripts` the sources of scripts
 * that the policy allows.
 */
export function pageFaults(
  pages: Readonly<Record<string, string>>,
  files: readonly string[],
  scripts: readonly string[] = scriptSources,
): string[] {
  return Object.entries(pages).flatMap(([name, page]) => [
    ...policyFaults(page, policy(name, scripts)).map((fault) => `${name}: ${fault}`),
    ...inline(page).map((text) => `${name}: inline ${text}`),
    ...attributes(page).flatMap((link) => linkFaults(name, link, pages, files)),
  ]);
}

function policyFaults(page: string, wanted: ReturnType<typeof policy>): string[] {
  const meta = /<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(page);
  if (meta === null) return ["no policy"];
  const said = Object.fromEntries(
    (meta[1] ?? "").split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  const late = /<(script|link|style|img)\b/.exec(page.slice(0, meta.index));
  return [
    ...(JSON.stringify(said) === JSON.stringify(wanted) ? [] : [`policy ${meta[1]}`]),
    ...(late === null ? [] : [`<${late[1]}> before the policy`]),
  ];
}

/** Scripts, styles and handlers written in the page, which its policy refuses. */
const inline = (page: string) =>
  page.match(/<script(?![^>]*\bsrc=)[^>]*>|<style\b|<[a-z][^>]*\s(style|on[a-z]+)=|javascript:|data:/gi) ?? [];

const attributes = (page: string) =>
  [...page.matchAll(/\s(?:src|href)=(?:"([^"]*)"|([^\s>]+))/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

const isElsewhere = (link: string) => /^[a-z]+:/.test(link);

function linkFaults(
  name: string,
  link: string,
  pages: Readonly<Record<string, string>>,
  files: readonly string[],
): string[] {
  if (isElsewhere(link)) return link.startsWith("https://") ? [] : [`${name}: ${link} is not https`];
  const [path = "", place] = link.split("#");
  const page = pages[path === "" ? name : path];
  if (path !== "" && !files.includes(path)) return [`${name}: ${link} leads to no file`];
  return place === undefined || new RegExp(`\\bid="?${place}["\\s>]`).test(page ?? "")
    ? []
    : [`${name}: ${link} leads to no place`];
}
