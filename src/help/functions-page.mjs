import { readFileSync } from "node:fs";
import customFunctions from "custom-functions-metadata";
import { Marked } from "marked";
import { escape, framed, page } from "./page.mjs";

/** The texts of each page besides its Markdown. `decimal` and `separator` are those of formulas in that language. */
const languages = {
  fr: {
    title: "Les fonctions",
    heading: "Ordiclasse\u00a0: les fonctions",
    skip: "Aller au contenu",
    main: "contenu",
    contentsTitle: "Sommaire",
    links: '<a href="aide.html">Le mode d’emploi</a> – <a href="functions-en.html" lang="en" hreflang="en">English</a>',
    footer:
      '<a href="aide.html">Le mode d’emploi</a> – <a href="aide.html#accessibilite">Accessibilité\u00a0: non conforme</a> – ' +
      '<a href="aide.html#assistance">Assistance</a>',
    titleId: "titre",
    argumentHeaders: ["Argument", "Ce qu’il attend"],
    separator: "; ",
    decimal: ",",
  },
  en: {
    title: "The functions",
    heading: "Ordiclasse: the functions",
    skip: "Skip to the content",
    main: "content",
    contentsTitle: "Contents",
    links: '<a href="help-en.html">User guide</a> – <a href="aide-fonctions.html" lang="fr" hreflang="fr">Français</a>',
    footer:
      '<a href="help-en.html">User guide</a> – <a href="help-en.html#accessibility">Accessibility</a> – ' +
      '<a href="help-en.html#support">Support</a>',
    titleId: "title",
    argumentHeaders: ["Argument", "What it expects"],
    separator: ", ",
    decimal: ".",
  },
};

/** Returns the functions of `src/functions/functions.ts` as Excel knows them: names, and parameters in order. */
export async function describedFunctions() {
  const { metadataJson } = await customFunctions.generateCustomFunctionsMetadata("src/functions/functions.ts");
  return JSON.parse(metadataJson).functions;
}

/**
 * Returns the page of the functions in a language, from its Markdown, the functions' metadata and the voted grids. In
 * the Markdown: below a title that is the name of a function, the page adds its signature and its arguments, which the
 * second part explains; `- {key}` is an error of the third part; `*caption* {classes}`, or `{#name}`, belongs to the
 * table below it; `{grid 2014}` is replaced by the rows of a grid.
 */
export function functionsPage(markdown, functions, language) {
  const words = languages[language];
  const [text, args, errors] = markdown.split(/^# .*\n/m).slice(1);
  const explained = glossary(args);
  const told = glossary(errors);
  const source = text
    .replace(/^- \{(.+)\}$/gm, (_line, key) => `- ${told.get(key)}`)
    .replace(/^.*\{grid (\d+)\}.*$/gm, (_line, name) => gridRows(name, words.decimal));
  const [introduction, ...parts] = source.split(/^(?=## )/m);
  const sections = parts.map((part) => sectionOf(part, functions, explained, words, language));
  return page({
    ...words,
    language,
    contents: sections.map(({ link }) => link),
    body: [html(introduction), ...sections.map((section) => section.html)].join("\n"),
  });
}

/** Returns the texts of a list of `- key: text`, by key. */
function glossary(list) {
  return new Map([...list.matchAll(/^- (.+?): (.+)$/gm)].map(([, key, text]) => [key, text]));
}

function sectionOf(part, functions, explained, words, language) {
  const [, title, id] = /^## (.*?)(?: \{#(.*)\})?\n/.exec(part);
  const text = part.slice(part.indexOf("\n"));
  const found = functions.find(({ name }) => name === title);
  if (found === undefined)
    return {
      link: `<a href="#${id}">${title}</a>`,
      html: `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${withTables(text, language)}</section>`,
    };
  const key = title.toLowerCase();
  const names = found.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  const signature = `\`ORDICLASSE.${title}(${names.join(words.separator)})\``;
  const rows = found.parameters.map(({ name }) => `| \`${name}\` | ${explained.get(name)} |`);
  const table = ["*Arguments*", "", `| ${words.argumentHeaders.join(" | ")} |`, "| --- | --- |", ...rows].join("\n");
  const [description, ...others] = text.split(/^(?=### )/m);
  const body = [signature, description, table, ...others].join("\n\n");
  return {
    link: `<a href="#${key}"><code>${title}</code></a>`,
    html:
      `<section id="${key}" aria-labelledby="${key}-${words.titleId}"><h2 id="${key}-${words.titleId}">${title}</h2>` +
      `${withTables(body, language)}</section>`,
  };
}

/** Returns the rows of a grid, like GRILLE: a missing price is blank. */
function gridRows(name, decimal) {
  const grid = JSON.parse(readFileSync(new URL(`../tariff/conventions/${name}/grid.json`, import.meta.url), "utf8"));
  const amount = (text) => (text === null ? "" : String(Number(text)).replace(".", decimal));
  const day = (iso) => iso.split("-").reverse().join("/");
  return grid.rows
    .map(({ code, prestation, unit, installation, maintenance }) => {
      const prices = [installation, maintenance].flatMap(({ debtor, member }) => [amount(debtor), amount(member)]);
      return `| ${[code, prestation, unit, ...prices, day(grid.from), day(grid.to), grid.act].join(" | ")} |`;
    })
    .join("\n");
}

const marked = new Marked({
  renderer: {
    heading({ tokens, depth }) {
      return `<h${depth}>${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    paragraph({ tokens, text }) {
      const words = this.parser.parseInline(tokens);
      return text.startsWith("`=ORDICLASSE.") ? `<p class="example">${words}</p>\n` : `<p>${words}</p>\n`;
    },
    codespan: ({ text }) => `<code>${escape(text)}</code>`,
  },
});

const html = (markdown) => marked.parse(markdown);

/**
 * Puts each table in a frame, with the caption written above it. A table with classes or a name shows cells, which are
 * French in any language. The first column is headers, except in a table with classes.
 */
function withTables(markdown, language) {
  return html(markdown).replace(
    /<p><em>(.*?)<\/em>(?: \{(.*?)\})?<\/p>\s*<table>\s*<thead>([\s\S]*?)<\/thead>\s*<tbody>([\s\S]*?)<\/tbody><\/table>/g,
    (_found, caption, kind = "", head, body) => {
      const tongue = kind !== "" && language !== "fr" ? ' lang="fr"' : "";
      const attribute = kind === "" ? "" : kind.startsWith("#") ? ` id="${kind.slice(1)}"` : ` class="${kind}"`;
      const headers = head.replace(/<th><\/th>/g, "<td></td>").replace(/<th>/g, '<th scope="col">');
      const rows = attribute.startsWith(" class")
        ? body
        : body.replace(/<tr>\s*<td>(.*?)<\/td>/g, '<tr><th scope="row">$1</th>');
      return framed(
        caption,
        `<table${attribute}><caption>${caption}</caption><thead${tongue}>${headers}</thead><tbody${tongue}>${rows}</tbody></table>`,
      );
    },
  );
}
