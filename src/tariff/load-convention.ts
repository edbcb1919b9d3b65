import { civilDate } from "../cells";
import type { JsonObject, Noun, Nouns, Result } from "../messages";
import { ActFields, type ActFault } from "./act-fields";
import { loadCommunes } from "./communes";
import { nounOf, shortNameOf } from "./convention-nouns";
import { accountNames, type Convention, type CreditPart, type Member, type Party } from "./convention";
import type { Grid } from "./grid";
import { loadGrids } from "./load-grid";
import { isInsee, isSiren } from "./official-numbers";

/** The unchecked data of a convention: the files of its folder, or the sheets of a workbook. */
export interface ConventionFiles {
  /** Parties, act, term, credit line, accounts and nouns. */
  readonly convention: unknown;
  /** Prestations and prices: one grid, or a list of consecutive grids. */
  readonly grid: unknown;
  /** Its members. */
  readonly communes: unknown;
}

/** A fault in one of the files of a convention. */
export type ConventionFault = ActFault & { readonly file: keyof ConventionFiles };

const keys =
  "id service object act term renewedFrom from to count member site vat creditor debtor creditLine accounts".split(" ");
const partyKeys = ["name", "short", "siren"];

/**
 * Returns a convention from parsed files, or all their faults; as strict as a grid. Nothing is guessed: it refuses an
 * unknown or missing key, an empty text, an invalid date, `from` after `to`, a SIREN with a wrong key, a malformed
 * INSEE code, a noun whose article does not reveal its gender, an empty credit line.
 */
export function loadConvention(
  files: ConventionFiles,
  origin: Convention["origin"],
): Result<Convention, readonly ConventionFault[]> {
  const terms = loadTerms(files.convention);
  const grids = loadGrids(files.grid, origin, terms.ok ? terms.value : undefined);
  const members = loadCommunes(files.communes);
  if (terms.ok && grids.ok && members.ok)
    return { ok: true, value: conventionOf(terms.value, grids.value, members.value, origin) };
  const faultsOf = (file: keyof ConventionFiles, read: Result<unknown, readonly ActFault[]>): ConventionFault[] =>
    read.ok ? [] : read.error.map((fault) => ({ ...fault, file }));
  return {
    ok: false,
    error: [...faultsOf("convention", terms), ...faultsOf("grid", grids), ...faultsOf("communes", members)],
  };
}

/** Returns the terms of a convention, without its prices and members, or all their faults. */
export function loadTerms(raw: unknown): Result<Terms, readonly ActFault[]> {
  const reader = new TermsReader();
  return reader.result(reader.terms(raw));
}

/** Returns a convention assembled from the contents of its files. */
export function conventionOf(
  terms: Terms,
  grids: readonly Grid[],
  members: readonly Member[],
  origin: Convention["origin"],
): Convention {
  const { creditor, nouns } = terms;
  const home = members.find(({ insee }) => insee === creditor.insee)?.name ?? creditor.name;
  return { ...terms, origin, nouns: { ...nouns, home }, members: inOrder(members), grids };
}

function inOrder(members: readonly Member[]): Member[] {
  return [...members].sort((a, b) => (a.insee < b.insee ? -1 : a.insee > b.insee ? 1 : 0));
}

/** A convention without its prices and members. */
export type Terms = Omit<Convention, "origin" | "grids" | "members">;

const longestService = 31 - "Options ".length;

class TermsReader extends ActFields {
  terms(raw: unknown): Terms {
    const data = this.record(raw, "", keys, { optional: ["provided"] });
    const act = this.record(data["act"], "act", ["name", "body", "receivedOn"]);
    const creditor = this.record(data["creditor"], "creditor", [...partyKeys, "insee", "department", "executive"]);
    const debtor = data["debtor"] === null ? null : this.record(data["debtor"], "debtor", partyKeys);
    const accounts = this.record(data["accounts"], "accounts", accountNames);
    const service = this.service(data);
    const count = this.count(data);
    const creditorName = this.shortName(creditor, "creditor");
    const debtorName = debtor === null ? creditorName : this.shortName(debtor, "debtor");
    return {
      id: this.text(data, "id", ""),
      service,
      object: this.text(data, "object", ""),
      ...(data["provided"] !== undefined && { provided: this.text(data, "provided", "") }),
      act: {
        name: this.text(act, "name", "act"),
        body: this.text(act, "body", "act"),
        receivedOn: this.requiredDate(act, "receivedOn", "act"),
      },
      term: this.text(data, "term", ""),
      renewedFrom: this.year(data, "renewedFrom"),
      ...this.period(data),
      count,
      // Documents add the full stop.
      vat: this.text(data, "vat", "").replace(/\s*\.\s*$/, ""),
      creditor: {
        ...this.party(creditor, "creditor", creditorName),
        insee: creditor["insee"] === null ? null : this.code(creditor, "insee", "creditor", isInsee),
        department: this.text(creditor, "department", "creditor"),
        executive: this.text(creditor, "executive", "creditor"),
      },
      debtor: debtor === null ? null : this.party(debtor, "debtor", debtorName),
      creditLine: this.creditLine(data),
      accounts: Object.fromEntries(
        accountNames.map((name) => [name, this.text(accounts, name, "accounts")]),
      ) as Convention["accounts"],
      nouns: {
        service,
        creditor: creditorName,
        debtor: debtorName,
        home: "",
        member: this.noun(data, "member"),
        site: this.noun(data, "site"),
        count,
      },
    };
  }

  /** Returns the name of the service, which follows « Options » in a sheet name: Excel allows 31 characters in all. */
  private service(data: JsonObject): string {
    const service = this.text(data, "service", "");
    if (service.length > longestService || /[\\/?*[\]:]/.test(service))
      this.fail("convention-bad-service", "service", service, { limit: longestService });
    return service;
  }

  private creditLine(data: JsonObject): CreditPart[] {
    return this.items(data, "creditLine", "", (item, place) => {
      const part = this.record(item, place, ["heading", "code"], { optional: ["label", "option"] });
      return {
        heading: this.text(part, "heading", place),
        code: this.text(part, "code", place),
        label: part["label"] === undefined ? "" : this.text(part, "label", place),
        ...(part["option"] !== undefined && { option: this.text(part, "option", place) }),
      };
    });
  }

  private party(data: JsonObject, place: string, { singular: short }: Noun): Party {
    return { name: this.text(data, "name", place), short, siren: this.code(data, "siren", place, isSiren) };
  }

  /** Returns the short name of a party, « la CAGB »; a stand-in when its gender is unknown, which is a fault. */
  private shortName(data: JsonObject, place: string): Noun {
    const text = this.text(data, "short", place);
    const noun = shortNameOf(text);
    if (noun === null && text !== "") this.fail("convention-bad-short-name", `${place}.short`, text);
    return noun ?? placeholderNoun;
  }

  /** Returns a noun in both numbers, « une école, des écoles »; a stand-in when it is malformed, which is a fault. */
  private noun(data: JsonObject, key: string): Noun {
    const given = this.record(data[key], key, ["french"], { optional: ["english"] });
    const french = this.text(given, "french", key);
    const english = given["english"] === undefined ? null : this.text(given, "english", key);
    const read = nounOf(french, english);
    if (read.noun !== null) return read.noun;
    if (french !== "" && english !== "") this.fail("convention-bad-noun", `${key}.${read.wrong}`, given[read.wrong]);
    return placeholderNoun;
  }

  /** Returns the day of count, which must exist in every year. */
  private count(data: JsonObject): Nouns["count"] {
    // A text that is not a date gets the same fault as an invalid date.
    const raw =
      typeof data["count"] === "string"
        ? { day: data["count"], month: "" }
        : this.record(data["count"], "count", ["day", "month"]);
    const [day, month] = [raw["day"], raw["month"]];
    const isDay = typeof day === "number" && typeof month === "number" && civilDate(2001, month, day) !== null;
    if (isDay) return { day, month };
    if (day !== undefined && month !== undefined)
      this.fail("convention-bad-count-day", "count", [day, month].filter((part) => part !== "").join("/"));
    return { day: 1, month: 1 };
  }

  private year(data: JsonObject, key: string): number | null {
    const raw = data[key];
    if (raw === undefined || raw === null) return null;
    if (typeof raw === "number" && civilDate(raw, 1, 1) !== null) return raw;
    this.fail("grid-bad-date", key, raw);
    return null;
  }
}

const placeholderNoun: Noun = nounOf("une unité, des unités", null).noun!;
