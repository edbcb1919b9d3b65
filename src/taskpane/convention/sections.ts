/** The fields of a convention but those of its tables, by the parts of its screen, in their order. */
export const sections = {
  deliberation: ["service", "object", "provided", "act.name", "act.body", "act.receivedOn", "vat"],
  count: ["term", "from", "to", "renewedFrom", "count"],
  creditor: [
    "creditor.name",
    "creditor.short",
    "creditor.siren",
    "creditor.insee",
    "creditor.department",
    "creditor.executive",
  ],
  debtor: ["debtor.name", "debtor.short", "debtor.siren"],
  names: ["site.french", "site.english", "member.french", "member.english"],
  accounts: ["accounts.rebilled", "accounts.paid", "accounts.cancelledChapter", "accounts.cancelled"],
} as const;

export const creditFields = ["heading", "code", "label"] as const;

/** The fields that describe a prestation, before its prices. */
export const rowFields = ["code", "prestation", "unit"] as const;

/** The prices of a prestation, in the order of its columns. */
export const priceFields = [
  "installation.debtor",
  "installation.member",
  "maintenance.debtor",
  "maintenance.member",
] as const;

export const memberFields = ["name", "insee", "siren", "from", "to", "mergedInto", "aliases"] as const;

const order: readonly string[] = Object.values(sections).flat();

/** Returns the rank of a field on the screen; the fields of lists are last. */
export function rankOf(name: string): number {
  const rank = order.indexOf(name);
  return rank < 0 ? order.length : rank;
}
