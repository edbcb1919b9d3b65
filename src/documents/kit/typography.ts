/** What French printers ask for, in the order in which it is applied. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/[ \u00a0](?=[;!?€](?!\p{L}))/gu, "\u202f"],
  [/ (?=[:%](?![/\p{L}]))/gu, "\u00a0"],
  [/\b([nN])° /g, "$1°\u00a0"],
  [/\b1er\b/g, "1ᵉʳ"],
  // A minus, not a hyphen.
  [/(^|[\s(])-(?=\d)/g, "$1\u2212"],
];

/** What a rule, or a quotation, may change: most texts have none of it. */
const concerned = /[ \u00a0][;!?€:%»]|« |[nN]° |\b1er\b|-\d/;

/** What is quoted may be the user's own words, or the name of a sheet: only its spaces at both ends are ours. */
const quotedOrNot = /«[^»]*»|[^«]+/g;

/**
 * Returns a French text as it is printed: no-break spaces before `:` and `%` and inside « », narrow ones before `;`, `!`, `?` and `€`,
 * « n° » bound to its number, « 1ᵉʳ », a true minus. Applied to its own result, it changes nothing.
 */
export function typeset(text: string): string {
  if (!concerned.test(text)) return text;
  return text.replace(quotedOrNot, (part) =>
    part.startsWith("«")
      ? part.replace(/^« /, "«\u00a0").replace(/ »$/, "\u00a0»")
      : rules.reduce((set, [pattern, by]) => set.replace(pattern, by), part),
  );
}
