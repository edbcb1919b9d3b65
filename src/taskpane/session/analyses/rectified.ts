import type { Steps } from "../../../cells";
import type { Anomaly } from "../../../messages";
import { formatAmount } from "../../../money";
import { billIssuedInSteps, type IssuedResult, type IssuedStatement, type OpenedWorkbook } from "../../../billing";
import { mostMoved, type Line, type Rectification, type RectifiedCommune } from "../../../statement";
import { campaignOf } from "../../../tariff";
import type { Snapshot } from "../snapshot";
import { changeShown, moveOf } from "./shown";
import type { LineSide, RectifiedLineShown, RectifiedShown } from "./types";

/** Lines that the pane shows; the sheet has them all. */
const shownAtMost = 20;

/** The statement of a workbook of the disk, billed again as it was issued; as `rebill --rectify`. */
export function billIssuedForInSteps(
  issued: OpenedWorkbook,
  { campaign, workbook, others }: Pick<Snapshot, "campaign" | "workbook" | "others">,
): Steps<IssuedResult> {
  const atHand = [workbook, ...others].map(({ cells }) => cells);
  return billIssuedInSteps({ issued, atHand, campaign: campaignOf(campaign), options: {} });
}

/** A rectification as the pane shows it. */
export function rectifiedShown(
  { file, run }: IssuedStatement,
  rectification: Rectification,
  points: readonly Anomaly[],
): RectifiedShown {
  const { kind, byPayer, total, communes } = rectification;
  const lines = communes.flatMap(linesOf);
  return {
    file,
    when: whenOf(run.when),
    kind,
    toIssue: formatAmount(total.difference.abs()),
    cagb: changeShown(byPayer.cagb),
    due: changeShown(byPayer.commune),
    total: changeShown(total),
    moves: mostMoved(communes).map(moveOf),
    lines: { first: lines.slice(0, shownAtMost), count: lines.length },
    points,
  };
}

function whenOf(when: string): RectifiedShown["when"] {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/.exec(when) ?? [];
  return day === undefined || time === undefined ? null : { day, time };
}

/** What the commune bears first, as on the sheet. */
function linesOf({ commune, lines }: RectifiedCommune): RectifiedLineShown[] {
  return (["commune", "cagb"] as const).flatMap((wanted) =>
    lines
      .filter(({ payer }) => payer === wanted)
      .map(({ school, tariff, nature, payer, issued, corrected, difference }) => ({
        commune: commune.name,
        school: school.name,
        prestation: tariff.prestation,
        nature,
        payer,
        issued: sideOf(issued),
        corrected: sideOf(corrected),
        difference: formatAmount(difference),
      })),
  );
}

function sideOf(line: Line | null): LineSide | null {
  if (line === null) return null;
  const { quantity, unitPrice, amount } = line;
  return { quantity, unitPrice: formatAmount(unitPrice), amount: formatAmount(amount) };
}
