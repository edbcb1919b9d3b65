import { fold } from "../../cells";
import type { Nature } from "../../tariff";
import type { ReadingTools } from "./reading-table";

/** What a cell says of a nature: one, `nothing` where the user said that its word means nothing, null where it is none. */
export type WrittenNature = Nature | "nothing" | null;

const installation = /^(?:i|inst|instal|install|installations?|neufs?|neuves?|nouveaux?|nouvelles?|poses?)$/;
const maintenance = /^(?:m|maint|maintenances?|entretiens?)$/;

/** « MES » may be what was installed, or what is in service since. */
const unclear = /^m ?e ?s\b|^mises? en service/;

/**
 * The nature that a text says and nothing else: « M », « Maint. », « Entretien », « I », « Inst. », « Neuf », « Pose »…, or
 * what the user said that it means. Of another year than the campaign's, an installation is none. (decisions §4)
 */
export function writtenNature(text: string, { words, readLabel, campaign }: ReadingTools): WrittenNature {
  const chosen = words.of("nature", text);
  if (chosen === "installation" || chosen === "maintenance" || chosen === "nothing") return chosen;
  const bare = fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (installation.test(bare)) return "installation";
  if (maintenance.test(bare)) return "maintenance";
  const { nature, complete, label, years } = readLabel(text);
  if (unclear.test(bare)) return null;
  if (!complete || label.kind === "ambiguous" || nature === "both") return null;
  return years.length > 0 && !years.includes(campaign.year) ? null : nature;
}
