/** Where the sources say that the add-in is: what `npm start` serves. A build replaces it by its own base. */
export const developmentBase = "https://localhost:3000/";

/** Office.js where Microsoft serves it, as the sources say. */
export const hostedOffice = {
  library: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  copies: [],
  wording: [],
};

/** The page that opens workbooks without Excel: it needs no Office.js, and its policy allows none. */
export const withoutExcel = "navigateur.html";

/** The pages that install the add-in: they may be opened from a disk, and need no Office.js either. */
export const installerPages = ["installer.html", "installer-en.html"];

/**
 * The policy of every page. Office.js and what it adds come from Microsoft's address, or from the add-in's own, as all else
 * does; nothing is inline and nothing is evaluated. Who may frame the pages cannot be said in a page: docs/installation.md
 * gives the header.
 */
const contentSecurityPolicy = (library) =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...(URL.canParse(library) ? [new URL(library).origin] : [])].join(" "),
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** What reads and writes files beside the page is a file of its own. */
const policyWithoutExcel = `${contentSecurityPolicy("")}; worker-src 'self'`;

const policyOf = (name, library) =>
  name === withoutExcel ? policyWithoutExcel : contentSecurityPolicy(installerPages.includes(name) ? "" : library);

/** What is copied is written for `developmentBase` and says plain names: tells it the base, where Office.js is, the hashed names and the policy. */
export class PublishedPages {
  constructor(base, office) {
    this.base = base;
    this.office = office;
  }

  apply(compiler) {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("PublishedPages", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_INLINE + 1;
      compilation.hooks.processAssets.tap({ name: "PublishedPages", stage }, () => {
        const hashed = compilation.getAssets().filter(({ name, info }) => info.copied && withoutHash(name) !== name);
        const rewrite = (name, change) =>
          compilation.updateAsset(name, (source) => new sources.RawSource(change(source.source().toString())));
        for (const { name } of compilation.getAssets()) {
          if (name === "manifest.xml") rewrite(name, (text) => text.replaceAll(developmentBase, this.base));
          if (name === "functions.json")
            rewrite(name, (text) => withErrorsAllowed(text.replaceAll(developmentBase, this.base)));
          if (!name.endsWith(".html")) continue;
          rewrite(name, (text) => {
            const policy = policyOf(name, this.office.library);
            let page = withPolicy(text, policy);
            if (page === text)
              compilation.errors.push(new WebpackError(`${name}: no <meta charset="utf-8"> to put the policy after`));
            page = page.replaceAll(hostedOffice.library, this.office.library);
            for (const [hosted, local] of this.office.wording) page = page.replace(hosted, local);
            for (const copied of hashed)
              page = page.replaceAll(referenceTo(withoutHash(copied.name)), `$1="${copied.name}"`);
            return page;
          });
        }
      });
    });
  }
}

/**
 * Has Excel hand the errors of cells to the functions. It would otherwise answer for them with an error of its own, in every cell
 * of a result that spills. The metadata's generator has no tag for it.
 */
const withErrorsAllowed = (metadata) =>
  JSON.stringify({ allowErrorForDataTypeAny: true, ...JSON.parse(metadata) }, null, 2);

const withoutHash = (name) => name.replace(/\.[0-9a-f]{12}(?=\.\w+$)/, "");

const referenceTo = (name) => new RegExp(`\\b(href|src)="?${name.replaceAll(".", "\\.")}"?(?=[\\s>/])`, "g");

// First in the page, so that it holds for every script.
const withPolicy = (page, policy) =>
  page.replace(
    /<meta charset="?utf-8"?\s*\/?>/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
