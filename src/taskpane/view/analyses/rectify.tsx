import type { RectifiedShown } from "../../session/analyses/types";
import { Button } from "../button";
import { PickerButton } from "../file-picker";
import { usePane } from "../pane-context";
import { Screen } from "../screen";
import { AmountTable } from "./amount-table";
import { Back } from "./back";
import { Moves } from "./moves";
import { Points } from "./points";
import { RectifiedLines } from "./rectified-lines";
import { useAnalysisTexts } from "./words";

/** « Rectifier »: what is to be issued so that a titre already issued becomes what the workbook now gives. */
export function RectifyScreen() {
  const { session, state } = usePane();
  const { words, t } = useAnalysisTexts();
  const { rectified } = state.analyses;
  const pick = (file: File) => void session.analyses.rectifyIssued(file);
  if (rectified === null)
    return (
      <Screen
        title={words.say("pane-rectify-title")}
        back={<Back />}
        actions={<PickerButton primary label={t("pane-rectify-choose")} onPick={pick} />}
      >
        <p>{t("pane-rectify-intro")}</p>
        <p class="secondary">{words.say("pane-files-hint")}</p>
      </Screen>
    );
  return (
    <Screen
      title={t("pane-rectify-done")}
      back={<Back />}
      actions={
        <>
          <Button primary onClick={() => session.openStep("documents")}>
            {words.say("pane-act-documents")}
          </Button>
          <Button onClick={() => void session.analyses.leave("rectify")}>{t("pane-rectify-leave")}</Button>
        </>
      }
    >
      <Rectified rectified={rectified} />
      <section class="card">
        <PickerButton label={t("pane-rectify-choose-again")} onPick={pick} />
      </section>
    </Screen>
  );
}

function Rectified({ rectified }: { readonly rectified: RectifiedShown }) {
  const { words, t } = useAnalysisTexts();
  const { file, when, kind, toIssue, moves, lines, points } = rectified;
  const sides = { before: t("pane-rectify-before"), after: t("pane-rectify-after") };
  return (
    <>
      <p class="secondary">
        {when === null
          ? t("pane-rectify-file-undated", { file })
          : t("pane-rectify-file", { file, day: words.day(when.day), time: when.time })}
      </p>
      <p role="status">
        <strong>{t(`pane-rectify-${kind}`, { amount: words.euros(toIssue) })}</strong>
      </p>
      <p class="warning">
        <span aria-hidden="true">▲ </span>
        {t("pane-rectify-band")}
      </p>
      <AmountTable caption={t("pane-rectify-caption")} amounts={rectified} {...sides} />
      <Moves moves={moves} {...sides} />
      {lines.count > 0 && <RectifiedLines {...lines} {...sides} />}
      <Points file={file} points={points} isElsewhere />
      <p>{t("pane-rectify-sheets")}</p>
    </>
  );
}
