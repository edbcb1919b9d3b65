import { writeXlsx } from "hucre/xlsx";
import { campaignOf, createDirectory } from "../../src/tariff";

/** An inventory of one school in each of the 59 communes of the agglomeration in 2014. */
export function wholeAgglomeration(): Promise<Uint8Array> {
  const { members } = createDirectory(campaignOf(2014));
  const headers = ["Commune", "École", "Élèves", "Serveur standard", "Postes clients standard"];
  const rows = members.map(({ name }, index) => [name, "École primaire", 20 + index, 1, 5 + (index % 7)]);
  return writeXlsx({ sheets: [{ name: "Parc", rows: [headers, ...rows] }] });
}
