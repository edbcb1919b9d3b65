import { formatEuros } from "../../money";
import { isCreditor } from "../../tariff";
import type { RectifiedShare } from "../../statement";
import { communesWithFiche, detailText } from "../kit/billed";
import { writeBoxes, type BoxLine } from "../kit/boxes";
import type { HandEdits } from "../kit/hand-edits";
import type { Page } from "../kit/page";
import { styles } from "../kit/styles";
import { capitalised, claimNature, contestText, departmentOf, given, toFillShort } from "../kit/texts";
import { last, thirds } from "./rectificatif-commune-table";
import { caseLines, originReference, type RectificationContext } from "./rectificatif-texts";

/** Someone who acts, and what they do. */
interface Step {
  readonly who: string;
  readonly does: readonly string[];
}

/** Writes the steps after a share is corrected, in order: by the creditor, by the claimant, then by the commune. */
export function writeSteps(page: Page, context: RectificationContext, share: RectifiedShare, edits: HandEdits): void {
  page.section("Ce qui se passe maintenant");
  const steps = stepsOf(page, context, share);
  // Without an intermediary, two steps share the width.
  const starts = steps.length === 3 ? thirds : ([thirds[0], thirds[2]] as const);
  writeBoxes(
    page,
    steps.map(({ who, does }, index) => ({
      from: starts[index]!,
      to: (starts[index + 1] ?? last + 1) - 1,
      lines: [
        { text: `${index + 1}. ${who}`, style: styles.step },
        { text: does.join("\n"), style: styles.small, guard: (cell) => edits.guard(cell) },
      ],
    })),
  );
}

function stepsOf({ say }: Page, { rectification }: RectificationContext, share: RectifiedShare): Step[] {
  const { corrected } = rectification;
  const { convention } = corrected.campaign;
  const totalOf = (way: "reduction" | "complement") =>
    share.changes.find((change) => change.way === way)?.total ?? null;
  const [less, more] = [totalOf("reduction"), totalOf("complement")];
  const cases = less === null ? [] : caseLines(corrected);
  const moves = (where: string) => {
    const reduced = less === null ? [] : [`${formatEuros(less)} en moins${where}`];
    const claimed = more === null ? [] : [`un titre complémentaire de ${formatEuros(more)}`];
    return `${capitalised([...reduced, ...claimed].join(", et "))}.`;
  };
  const notices = share.changes.length === 1 ? "un avis" : "deux avis";
  const waits = say`Reçoit ${notices} [de la CAGB]. D’ici là, rien ne se paie ni ne se déduit au vu de cette page.`;
  const usual = `Imputation usuelle\u00a0: ${convention.accounts.paid}`;
  const own = { who: say("Votre [commune]"), does: [waits, usual] };
  const byCase = [moves(", selon le cas coché"), ...cases];
  if (convention.debtor === null) return [{ who: say("[La Ville], envers vous"), does: byCase }, own];
  const towards = isCreditor(share.commune, convention) ? say("envers [la Ville]") : "envers vous";
  const claimed = say` sur son titre n°\u00a0${toFillShort} du ${toFillShort}`;
  return [
    { who: say("[La Ville], envers [la CAGB]"), does: byCase },
    {
      who: say`[La CAGB], ${towards}`,
      does: [moves(claimed), say`Compte [de la CAGB]\u00a0: ${claimNature(corrected)}`],
    },
    own,
  ];
}

/** Writes what the page takes the place of, whom to ask, and how to contest. (CGCT, L1617-5) */
export function writeNotice(page: Page, { rectification }: RectificationContext, { commune }: RectifiedShare): void {
  const { issued, corrected } = rectification;
  const { say } = page;
  const hadFiche = communesWithFiche(issued).some((one) => one.commune.insee === commune.insee);
  const number = `${corrected.campaign.year}-${commune.insee}`;
  const replaced = hadFiche
    ? `Cette page rectifie la fiche n°\u00a0${number}, annexe de l’état liquidatif n°\u00a0${originReference(issued)}. La fiche n’est pas refaite\u00a0: gardez les deux ensemble.`
    : say("Aucune fiche n’a été établie pour votre [commune]\u00a0: cette page en tient lieu.");
  const ask = `${departmentOf(corrected)}, ${given(corrected, "contact")}, avant le ${toFillShort}. ${detailText(corrected)}`;
  const texts = [
    ["Ce qui est remplacé", replaced],
    ["Une quantité vous étonne\u202f?", ask],
    ["Contester", contestText(say)],
  ] as const;
  writeBoxes(
    page,
    texts.map(([title, content], index) => ({
      from: thirds[index]!,
      to: (thirds[index + 1] ?? last + 1) - 1,
      lines: [
        { text: title, style: styles.smallStrong },
        { text: content, style: styles.small },
      ] satisfies BoxLine[],
    })),
  );
}
