import { Marked } from "marked";
import { escape, framed, page } from "./page.mjs";

/**
 * Returns the guide, `docs/guide.md`, as a page of help: a list of its parts, tables that scroll by themselves, and
 * pictures from the folder `pictures`. A link to a file that is not published becomes plain text.
 */
export function guidePage(markdown, pictures) {
  const titles = [];
  const anchors = new Map();
  let title = "";
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const words = this.parser.parseInline(tokens);
        if (depth === 1) {
          title = words;
          return "";
        }
        const id = anchorOf(text, anchors);
        if (depth === 2) titles.push({ id, words });
        return `<h${depth} id="${id}">${words}</h${depth}>\n`;
      },
      image({ href, text }) {
        const name = href.split("/").at(-1);
        return `<img src="${pictures}/${name}" alt="${escape(text)}" loading="lazy">`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        return href.startsWith("#") || /^https:/.test(href) ? `<a href="${decodeURI(href)}">${words}</a>` : words;
      },
      tablecell({ tokens, header }) {
        const words = this.parser.parseInline(tokens);
        return header ? `<th scope="col">${words}</th>\n` : `<td>${words}</td>\n`;
      },
      code({ text }) {
        return `<pre tabindex="0"><code>${escape(text)}</code></pre>\n`;
      },
    },
  });
  const body = withFrames(marked.parse(withoutOwnList(markdown)));
  return page({
    language: "fr",
    title,
    heading: `Ordiclasse : ${title.toLowerCase()}`,
    skip: "Aller au contenu",
    main: "contenu",
    links: '<a href="aide.html">← Le mode d’emploi</a>',
    contentsTitle: "Sommaire",
    contents: titles.map(({ id, words }) => `<a href="#${id}">${words}</a>`),
    body,
    footer: '<a href="aide.html">Le mode d’emploi</a> – <a href="aide-fonctions.html">Les fonctions</a>',
  });
}

/** Removes the guide's own list of parts, because the page makes one. */
function withoutOwnList(markdown) {
  return markdown.replace(/^(# .*\n)[\s\S]*?(?=^## )/m, "$1\n");
}

/** Puts each table in a frame that scrolls, named by the title above it. */
function withFrames(html) {
  let above = "";
  return html.replace(/<h[2-4] id="[^"]*">(.*?)<\/h[2-4]>|<table>[\s\S]*?<\/table>/g, (found, heading) => {
    if (heading !== undefined) {
      above = heading.replace(/<[^>]*>/g, "");
      return found;
    }
    return framed(`Tableau : ${above}`, found);
  });
}

/** Returns the anchor that GitHub makes for a title, because the guide's links are written for GitHub. */
function anchorOf(text, known) {
  const anchor = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
  const before = known.get(anchor) ?? 0;
  known.set(anchor, before + 1);
  return before === 0 ? anchor : `${anchor}-${before}`;
}
