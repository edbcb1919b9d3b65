import { civilDate, compareDates, type CivilDate } from "../cells";
import { anomaly, type Anomaly, type JsonObject, type Result } from "../messages";
import { ActFields, conventionFolders, loadBuiltIn, type ActFault } from "./act-files";
import type { Campaign } from "./campaign";
import { isInForce, periodOf } from "./grids";
import { isInsee, isSiren } from "./official-numbers";

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
  /** In whose name its papers are signed: « le Maire ». */
  readonly executive: string;
}

/** A part of the credit line, by the heading that a finance package has for it. */
interface CreditPart {
  readonly heading: string;
  readonly code: string;
  readonly label: string;
  /** The option that says another code, of a part that is local; absent where the act alone says it. */
  readonly option?: string;
}

const accountNames = ["rebilled", "paid", "cancelledChapter", "cancelled"] as const;
type AccountName = (typeof accountNames)[number];

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
  /**
   * Where the debtor books what it claims from a commune, and where a commune usually books what it pays; where the creditor
   * books what it gives up of a titre whose exercice is closed.
   */
  readonly accounts: Readonly<Record<AccountName, string>>;
}

const keys = "id service object act term renewedFrom from to vat creditor debtor creditLine accounts".split(" ");
const partyKeys = ["name", "short", "siren"];

/**
 * Returns the convention of a parsed data file, or all its errors: as strict as `loadGrid`. Nothing is guessed: an unknown or
 * missing key, a blank text, a day that does not exist, `from` after `to`, a SIREN whose key is wrong, an INSEE code of another
 * form, a renewal that is no year, a credit line without a part, are refused.
 */
export function loadConvention(raw: unknown): Result<Convention, readonly ActFault[]> {
  const reader = new ConventionReader();
  return reader.result(reader.convention(raw));
}

class ConventionReader extends ActFields {
  convention(raw: unknown): Convention {
    const data = this.record(raw, "", keys);
    const act = this.record(data["act"], "act", ["name", "body", "receivedOn"]);
    const creditor = this.record(data["creditor"], "creditor", [...partyKeys, "insee", "department", "executive"]);
    const debtor = this.record(data["debtor"], "debtor", partyKeys);
    const accounts = this.record(data["accounts"], "accounts", accountNames);
    const period = this.period(data);
    return {
      id: this.text(data, "id", ""),
      service: this.text(data, "service", ""),
      object: this.text(data, "object", ""),
      act: {
        name: this.text(act, "name", "act"),
        body: this.text(act, "body", "act"),
        receivedOn: this.requiredDate(act, "receivedOn", "act"),
      },
      term: this.text(data, "term", ""),
      renewedFrom: this.year(data, "renewedFrom"),
      ...period,
      vat: this.text(data, "vat", ""),
      creditor: {
        ...this.party(creditor, "creditor"),
        insee: this.code(creditor, "insee", "creditor", isInsee),
        department: this.text(creditor, "department", "creditor"),
        executive: this.text(creditor, "executive", "creditor"),
      },
      debtor: this.party(debtor, "debtor"),
      creditLine: this.creditLine(data),
      accounts: Object.fromEntries(
        accountNames.map((name) => [name, this.text(accounts, name, "accounts")]),
      ) as Convention["accounts"],
    };
  }

  private creditLine(data: JsonObject): CreditPart[] {
    return this.items(data, "creditLine", (item, place) => {
      const part = this.record(item, place, ["heading", "code", "label"], { optional: ["option"] });
      return {
        heading: this.text(part, "heading", place),
        code: this.text(part, "code", place),
        label: this.text(part, "label", place),
        ...(part["option"] !== undefined && { option: this.text(part, "option", place) }),
      };
    });
  }

  private party(data: JsonObject, place: string): Party {
    return {
      name: this.text(data, "name", place),
      short: this.text(data, "short", place),
      siren: this.code(data, "siren", place, isSiren),
    };
  }

  private year(data: JsonObject, key: string): number | null {
    const raw = data[key];
    if (raw === undefined || raw === null) return null;
    if (typeof raw === "number" && civilDate(raw, 1, 1) !== null) return raw;
    this.fail("grid-bad-date", key, raw);
    return null;
  }
}

const builtIn = loadBuiltIn(
  conventionFolders.map(({ convention }) => convention),
  loadConvention,
);

/**
 * Returns the convention in force on a campaign's snapshot. When none is, which `conventionWarnings` tells: the last one that had
 * begun, so that one of later changes nothing before it; the first one when none had. `among`: oldest first.
 */
export function conventionOf(campaign: Campaign, among: readonly Convention[] = builtIn): Convention {
  const begun = among.findLast(({ from }) => compareDates(from, campaign.snapshot) <= 0);
  return among.find((one) => isInForce(one, campaign)) ?? begun ?? among[0]!;
}

/**
 * Returns a warning when no convention covers a campaign, which a workbook's own tariff may price: its parties and its credit line
 * are then those of the last one that had begun, to be verified.
 */
export function conventionWarnings(campaign: Campaign): Anomaly[] {
  const convention = conventionOf(campaign);
  if (isInForce(convention, campaign)) return [];
  const { creditor, debtor, id } = convention;
  const period = periodOf(convention);
  const params = { campaign: campaign.year, convention: id, period, creditor: creditor.name, debtor: debtor.short };
  return [anomaly("warning", "campaign-without-convention", params)];
}

/** Which of both parties. */
export type PartySide = "creditor" | "debtor";

/** Returns those that are, or were, a party to a convention. */
export function partiesOf(side: PartySide): readonly Party[] {
  return builtIn.map((convention) => convention[side]);
}

/** Returns whether a commune, by its INSEE code, is one that issues the titre, and is also billed for its own schools. */
export function isCreditor(insee: string): boolean {
  return builtIn.some(({ creditor }) => creditor.insee === insee);
}
