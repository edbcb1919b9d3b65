import { compareDates, parseIsoDate, type CivilDate } from "../cells";
import { JsonFields, type JsonFault, type JsonObject, type MessageCode } from "../messages";
import convention2014 from "./conventions/2014.json";
import type { Campaign } from "./types";

/** A party to the convention. What its act does not say of it (address, SIRET) is the office's to give. */
interface Party {
  readonly name: string;
  /** « CAGB ». */
  readonly short: string;
  readonly siren: string;
}

/** The party that issues the titre: it has schools of its own, and the department that counts them. */
interface CreditorParty extends Party {
  readonly insee: string;
  readonly department: string;
}

/** A part of the credit line, by the heading that a finance package has for it. */
interface CreditPart {
  readonly heading: string;
  readonly code: string;
  readonly label: string;
}

/** What a convention fixes beside its prices: parties, act, term, account. */
export interface Convention {
  readonly id: string;
  /** Name of what is provided. */
  readonly service: string;
  readonly object: string;
  readonly act: { readonly name: string; readonly body: string; readonly receivedOn: CivilDate };
  readonly term: string;
  /** Year of the first campaign that a renewal covers; null where it has none. */
  readonly renewedFrom: number | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly vat: string;
  readonly creditor: CreditorParty;
  readonly debtor: Party;
  readonly creditLine: readonly CreditPart[];
  /** Where the debtor books what it claims from a commune, and where a commune usually books what it pays. */
  readonly accounts: { readonly rebilled: string; readonly paid: string };
}

/** What is wrong in a convention's data. `params.field` says where: `creditLine[2].code`. */
type ConventionError = JsonFault<MessageCode>;

const keys = [
  "id",
  "service",
  "object",
  "act",
  "term",
  "renewedFrom",
  "from",
  "to",
  "vat",
  "creditor",
  "debtor",
  "creditLine",
  "accounts",
];
const partyKeys = ["name", "short", "siren"];
const standInDate: CivilDate = { year: 2000, month: 1, day: 1 };

/** Returns the convention of a parsed data file, or all its errors: as strict as `loadGrid`. */
export function loadConvention(
  raw: unknown,
): { readonly convention: Convention } | { readonly errors: readonly ConventionError[] } {
  const reader = new ConventionReader();
  const convention = reader.convention(raw);
  return reader.faults.length > 0 ? { errors: reader.faults } : { convention };
}

class ConventionReader extends JsonFields<MessageCode> {
  constructor() {
    super({
      notRecord: "grid-not-a-record",
      unknownKey: "grid-unknown-key",
      missingKey: "grid-missing-key",
      notText: "grid-bad-text",
    });
  }

  convention(raw: unknown): Convention {
    const data = this.record(raw, "", keys);
    const act = this.record(data["act"], "act", ["name", "body", "receivedOn"]);
    const creditor = this.record(data["creditor"], "creditor", [...partyKeys, "insee", "department"]);
    const debtor = this.record(data["debtor"], "debtor", partyKeys);
    const accounts = this.record(data["accounts"], "accounts", ["rebilled", "paid"]);
    const [from, to] = [this.date(data, "from", ""), this.date(data, "to", "")];
    if (compareDates(from, to) > 0) this.fail("grid-dates-reversed", "to", data["to"]);
    return {
      id: this.text(data, "id", ""),
      service: this.text(data, "service", ""),
      object: this.text(data, "object", ""),
      act: {
        name: this.text(act, "name", "act"),
        body: this.text(act, "body", "act"),
        receivedOn: this.date(act, "receivedOn", "act"),
      },
      term: this.text(data, "term", ""),
      renewedFrom: typeof data["renewedFrom"] === "number" ? data["renewedFrom"] : null,
      from,
      to,
      vat: this.text(data, "vat", ""),
      creditor: {
        ...this.party(creditor, "creditor"),
        insee: this.text(creditor, "insee", "creditor"),
        department: this.text(creditor, "department", "creditor"),
      },
      debtor: this.party(debtor, "debtor"),
      creditLine: this.list(data, "creditLine", "", "grid-no-rows", (item, place) => {
        const part = this.record(item, place, ["heading", "code", "label"]);
        return {
          heading: this.text(part, "heading", place),
          code: this.text(part, "code", place),
          label: this.text(part, "label", place),
        };
      }),
      accounts: {
        rebilled: this.text(accounts, "rebilled", "accounts"),
        paid: this.text(accounts, "paid", "accounts"),
      },
    };
  }

  private party(data: JsonObject, place: string): Party {
    return {
      name: this.text(data, "name", place),
      short: this.text(data, "short", place),
      siren: this.text(data, "siren", place),
    };
  }

  private date(data: JsonObject, key: string, place: string): CivilDate {
    const raw = data[key];
    const date = typeof raw === "string" ? parseIsoDate(raw) : null;
    if (date === null && raw !== undefined) this.fail("grid-bad-date", place === "" ? key : `${place}.${key}`, raw);
    return date ?? standInDate;
  }
}

const builtIn: readonly Convention[] = [convention2014].map((raw) => {
  const loaded = loadConvention(raw);
  if ("errors" in loaded) throw new Error(JSON.stringify(loaded.errors));
  return loaded.convention;
});

/** Returns the convention in force on a campaign's snapshot; the last one where none is. */
export function conventionOf({ snapshot }: Campaign): Convention {
  const inForce = ({ from, to }: Convention) => compareDates(from, snapshot) <= 0 && compareDates(snapshot, to) <= 0;
  return builtIn.find(inForce) ?? builtIn.at(-1)!;
}
