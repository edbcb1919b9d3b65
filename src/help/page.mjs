/**
 * Returns a page of help. `links` and `footer` lead to the other pages, `contents` are the items of its list of parts,
 * `main` is the identifier of the main content.
 */
export const page = ({ language, title, heading, skip, main, links, contentsTitle, contents, body, footer }) =>
  `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} – Ordiclasse</title>
    <link rel="stylesheet" href="help.css" />
  </head>
  <body>
    <a class="skip" href="#${main}">${skip}</a>
    <header>
      <p>${links}</p>
      <h1>${heading}</h1>
    </header>
    <nav aria-label="${contentsTitle}">
      <ul>
${contents.map((item) => `<li>${item}</li>`).join("\n")}
      </ul>
    </nav>
    <main id="${main}">
${body}
    </main>
    <footer>
      <p>${footer}</p>
    </footer>
  </body>
</html>
`;

/** Returns a table in a frame that scrolls by itself, and takes the focus so that keys scroll it. */
export const framed = (label, table) =>
  `<div class="table" role="group" aria-label="${label}" tabindex="0">${table}</div>`;

export const escape = (text) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
