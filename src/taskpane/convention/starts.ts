import { isoDate, type CivilDate } from "../../cells";
import type { Noun } from "../../messages";
import {
  builtInConvention,
  builtInConventions,
  natures,
  type Convention,
  type Grid,
  type Member,
  type TariffRow,
} from "../../tariff";
import { itemsAt, withValue, type Draft, type FieldPlace } from "./draft";

/** An intermediary, still blank. */
export const emptyDebtor = { name: "", short: "", siren: "" };

export const emptyCreditPart = { heading: "", code: "" };

export const emptyMember = { insee: "", name: "", siren: "" };

const noPrice = { debtor: null, member: null };

/** A prestation, still blank. */
export const emptyRow = {
  ...{ code: "", prestation: "", unit: "", installation: noPrice, maintenance: noPrice },
  ...{ perSite: null, counts: "units" },
};

/**
 * A blank convention, with the usual nouns and the accounts for cancellations. Its files also contain the names of its
 * future sheets.
 */
export const emptyDraft: Draft = {
  convention: {
    ...{ id: "Convention", service: "", object: "", term: "", renewedFrom: null, from: "", to: "", vat: "" },
    act: { name: "", body: "", receivedOn: "" },
    count: "",
    member: { french: "une commune, des communes", english: "a commune, communes" },
    site: { french: "une école, des écoles", english: "a school, schools" },
    creditor: { name: "", short: "", siren: "", insee: null, department: "", executive: "" },
    debtor: emptyDebtor,
    creditLine: [emptyCreditPart],
    accounts: { rebilled: "", paid: "", cancelledChapter: "67", cancelled: "673" },
  },
  grid: [{ id: "Tarifs", act: "", votedOn: null, from: "", to: "", note: "", rows: [emptyRow] }],
  communes: { source: "Communes", communes: [] },
};

/** Returns a convention as a draft, in the form that `loadConvention` accepts. */
export function draftOf(convention: Convention): Draft {
  const { act, creditor, debtor, nouns, members, grids, creditLine, accounts, renewedFrom, ...terms } = convention;
  const { id, service, object, provided, term, vat, count } = terms;
  return {
    convention: {
      ...(provided !== undefined && { provided }),
      ...{ id, service, object, term, vat, count, renewedFrom, creditLine, accounts },
      ...periodOf(convention),
      act: { ...act, receivedOn: isoDate(act.receivedOn) },
      creditor: { ...creditor, short: shortOf(nouns.creditor) },
      debtor: debtor && { ...debtor, short: shortOf(nouns.debtor) },
      member: nounOf(nouns.member),
      site: nounOf(nouns.site),
    },
    grid: grids.map(gridOf),
    communes: { source: convention.id, communes: members.map(memberOf) },
  };
}

/** Returns the draft of the built-in convention of a campaign, by its year; of the newest one when the year is null. */
export function builtInDraft(campaign: number | null): Draft {
  return draftOf(campaign === null ? builtInConventions.at(-1)! : builtInConvention(campaign));
}

/** Returns a draft whose creditor bills the members itself, without the prices of an intermediary. */
export function withoutDebtor(draft: Draft): Draft {
  const grids: FieldPlace = { file: "grid", field: "" };
  const noDebtor = withValue(draft, { file: "convention", field: "debtor" }, null);
  return itemsAt(draft, grids).reduce<Draft>((after, _, grid) => {
    const rows: FieldPlace = { file: "grid", field: `[${grid}].rows` };
    return itemsAt(after, rows).reduce<Draft>(
      (whole, _row, at) =>
        natures.reduce(
          (one, nature) => withValue(one, { file: "grid", field: `${rows.field}[${at}].${nature}.debtor` }, null),
          whole,
        ),
      after,
    );
  }, noDebtor);
}

function periodOf({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }) {
  return { from: isoDate(from), to: isoDate(to) };
}

function gridOf(grid: Grid) {
  const { id, act, votedOn, note, rows } = grid;
  return { id, act, note, ...periodOf(grid), votedOn: votedOn && isoDate(votedOn), rows: rows.map(rowOf) };
}

function rowOf({ code, prestation, unit, prices, perSite, counts, words }: TariffRow) {
  const natural = natures.map((nature) => {
    const { cagb, commune } = prices[nature];
    return [nature, { debtor: cagb?.toFixed(2) ?? null, member: commune?.toFixed(2) ?? null }] as const;
  });
  return {
    code,
    prestation,
    unit,
    ...Object.fromEntries(natural),
    perSite,
    counts,
    ...(words.length > 0 && { words }),
  };
}

function memberOf({ insee, name, siren, from, to, successorInsee, sirenToVerify, aliases }: Member) {
  return {
    ...{ insee, name, siren },
    ...(from !== null && { from: isoDate(from) }),
    ...(to !== null && { to: isoDate(to) }),
    ...(successorInsee !== null && { mergedInto: successorInsee }),
    ...(sirenToVerify && { sirenComputed: true }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** Returns the short name of a party with an article that shows its gender: « la CAGB », « l’Agglo (féminin) ». */
function shortOf({ singular, gender, elides }: Noun): string {
  const isFeminine = gender === "feminine";
  return elides ? `l’${singular} (${isFeminine ? "féminin" : "masculin"})` : `${isFeminine ? "la" : "le"} ${singular}`;
}

function nounOf({ singular, plural, gender, english }: Noun) {
  const article = gender === "feminine" ? "une" : "un";
  return { french: `${article} ${singular}, des ${plural}`, english: `${english.singular}, ${english.plural}` };
}
