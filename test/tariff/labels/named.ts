import { countingOf, ItemNamer, wordsOf, type Label, type TariffRow } from "../../../src/tariff";

const none = { cagb: null, commune: null };

/** A row of a grid, without a price: labels do not depend on it. */
export function row(code: string, prestation: string, unit: string): TariffRow {
  return { code, prestation, unit, ...countingOf(code, unit), prices: { installation: none, maintenance: none } };
}

/** Names labels by a grid's rows: by the words that name or qualify an equipment, else by a wording of the grid. */
export function namedBy(rows: readonly TariffRow[]): (text: string) => Label {
  const namer = new ItemNamer({ rows });
  return (text) => {
    const words = wordsOf(text);
    const nouns = words.filter((word) => namer.isNoun(word));
    const own = words.filter((word) => word !== "nb" && (namer.isNoun(word) || namer.qualifies(word, nouns)));
    const label = namer.name(own, words.includes("nb"));
    const wording = label.kind === "prestation" ? null : namer.wordingIn(words);
    return wording === null ? label : namer.wording(wording);
  };
}
