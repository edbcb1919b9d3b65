import { defaultOptions } from "../../src/options";
import type { Statement } from "../../src/statement";
import { campaignOf, createDirectory, loadConvention, natures, type Convention } from "../../src/tariff";
import { makeStatement } from "../at-once";
import fc from "../properties";
import * as given from "../statement/fixtures";

const syllables = ["ba", "do", "ri", "mu", "ta", "lé", "vo", "pi", "na", "su"];
/** Words that say nothing of 2014, some of which begin with a vowel. */
const word = fc
  .tuple(
    fc.constantFrom("", "", "a", "o", "é"),
    fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 }),
  )
  .map(([first, others]) => first + others.join(""));
const name = word.map((one) => one.charAt(0).toUpperCase() + one.slice(1));

/** « une tada, des tadas », « un aridu, des aridus ». */
const noun = fc
  .tuple(fc.constantFrom("une", "un"), word)
  .map(([article, one]) => ({ french: `${article} ${one}, des ${one}s` }));

/** « la Bado », « le Sivu », « l’Ario (féminin) ». */
const shortName = fc
  .tuple(name, fc.constantFrom("féminin", "masculin"))
  .map(([one, gender]) =>
    /^[AOÉ]/.test(one) ? `l’${one} (${gender})` : `${gender === "féminin" ? "la" : "le"} ${one}`,
  );

/** Nine figures, the last of which is their key. */
const siren = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((figures) => {
  const sum = [...String(figures)].reduce((total, figure, index) => {
    const value = Number(figure) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${figures}${(10 - (sum % 10)) % 10}`;
});

/** A day of count that no text tells by the month of 2014’s, nor by the day after it. */
const count = fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.constantFrom(1, 2, 3, 5, 6, 7, 9, 10, 12) });

const party = fc.record({ name: fc.tuple(name, name).map((words) => words.join(" ")), short: shortName, siren });
const price = fc.option(
  fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
  { freq: 3 },
);

const parties = (hasDebtor: boolean) =>
  fc.record({
    debtor: hasDebtor
      ? fc.record({ debtor: price, member: price })
      : fc.record({ debtor: fc.constant(null), member: price }),
  });

/** The rows of a tariff, of which a party that stands between bears some prices. */
const rowsWith = (hasDebtor: boolean) => {
  const prices = parties(hasDebtor).map(({ debtor }) => debtor);
  const row = fc.record({
    prestation: fc.tuple(name, word).map((words) => words.join(" ")),
    unit: fc.oneof(word, fc.constant("élève"), fc.constant("poste")),
    installation: prices,
    maintenance: prices,
    perSite: fc.constantFrom(null, 1, 2),
  });
  return fc
    .uniqueArray(row, { selector: ({ prestation }) => prestation, minLength: 1, maxLength: 4 })
    .map((rows) => rows.map((one, index) => ({ ...one, code: `X${index}` })));
};

interface Drawn {
  readonly convention: Convention;
  /** How many units of each prestation and nature each site has, and how many of the second statement. */
  readonly counts: readonly (readonly number[])[];
  readonly sites: readonly string[];
}

/** Conventions of any parties, nouns, days and prices, with an intermediary or none. */
export const conventions: fc.Arbitrary<Drawn> = fc
  .tuple(fc.boolean(), fc.boolean())
  .chain(([hasDebtor, isMember]) =>
    fc.record({
      service: name,
      id: word,
      object: fc.tuple(name, word).map((words) => words.join(" ")),
      act: fc.record({
        name: fc.integer({ min: 1, max: 57 }).map((number) => `Décision n° ${number}`),
        body: word,
        receivedOn: fc.constant("2025-06-03"),
      }),
      creditor: fc.tuple(party, name, word).map(([one, department, executive]) => ({
        ...one,
        insee: isMember ? "39001" : null,
        department,
        executive: `le ${executive}`,
      })),
      debtor: hasDebtor ? party : fc.constant(null),
      member: noun,
      site: noun,
      count,
      members: fc.uniqueArray(fc.record({ name, siren }), {
        selector: (one) => one.name,
        minLength: 3,
        maxLength: 5,
      }),
      rows: rowsWith(hasDebtor),
      sites: fc.uniqueArray(name, { minLength: 4, maxLength: 4 }),
      counts: fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 24, maxLength: 24 }), {
        minLength: 3,
        maxLength: 3,
      }),
    }),
  )
  .map(({ members, rows, sites, counts, ...said }) => {
    const days = { from: "2024-01-01", to: "2029-12-31" };
    const loaded = loadConvention(
      {
        convention: {
          ...said,
          ...days,
          term: "cinq ans",
          renewedFrom: null,
          vat: "Le tarif ne comporte pas de TVA, montants nets",
          creditLine: [
            { heading: "Chapitre", code: "70", label: "Produits" },
            { heading: "Nature", code: "70878", label: "Remboursements" },
          ],
          accounts: { rebilled: "70875", paid: "62876", cancelledChapter: "67", cancelled: "673" },
        },
        grid: { id: said.id, act: said.act.name, votedOn: null, note: "", rows, ...days },
        communes: {
          source: "Fiction",
          communes: members.map((one, index) => ({ ...one, insee: `3900${index + 1}` })),
        },
      },
      "folder",
    );
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    return { convention: loaded.value, sites, counts };
  });

/** Returns what a convention bills of its sites in a year, by the counts of a draw. */
export function statementOf({ convention, counts, sites }: Drawn, year: number, draw: number): Statement {
  const campaign = campaignOf(year, convention);
  const { members } = createDirectory(campaign);
  const schools = sites.map((site, index) => given.school(members[index % members.length]!, site, index + 1));
  const grid = convention.grids[0]!;
  let next = 0;
  const quantities = schools.flatMap((school) =>
    grid.rows.flatMap(({ code }) =>
      natures.map((nature) => given.quantity(school, code, nature, counts[draw]![next++ % 24]!)),
    ),
  );
  const counted = quantities.filter(({ quantity }) => quantity > 0);
  return makeStatement(given.reading(schools, counted), grid, campaign, defaultOptions);
}
