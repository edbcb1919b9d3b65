import { useMemo, useRef } from "preact/hooks";
import { browserMessage } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import { useLazyTexts, usePane } from "../parts/context";
import { Button } from "../parts/elements";
import { previewOf } from "../state/state";
import type { AnotherFile } from "./opening";

interface AskedFileProps {
  readonly waiting: NonNullable<AnotherFile["waiting"]>;
  /** The workbook that is open. */
  readonly held: PageWorkbook;
  readonly onAnswer: AnotherFile["onAnswer"];
}

/**
 * Asks how to use another file: open it instead of the workbook, read it with the workbook, compare with it, or search
 * it for choices.
 */
export function AskedFile({ waiting, held, onAnswer }: AskedFileProps) {
  const { session, state } = usePane();
  const { t } = useLazyTexts(browserMessage);
  const { onFocusIn, goBack } = useWayBack();
  const { open } = waiting.workbook;
  const choices = useMemo(
    () => session.query.countEarlierOptions(open, held.open.cells),
    [open, held.open.cells, state.options],
  );
  const unsaved = held.hasUnsaved ? 1 : "";
  const leaves = (then: () => void) => () => {
    goBack();
    onAnswer(false);
    then();
  };
  const takeChoices = async () => {
    await session.run.openSettings();
    await session.run.showOptionsOf(open);
  };
  const compare = () => {
    session.dispatch({ type: "opened", open: { screen: "analysis", name: "compare" } });
    void session.run.compareWith(open);
  };
  const readBeside = () => {
    session.run.keepBeside([open, ...waiting.others]);
    void session.run.read();
  };
  return (
    <div class="bar-note" role="alert" onFocusIn={onFocusIn}>
      <p>{t("browser-asked", { file: open.cells.file, unsaved })}</p>
      <p class="bar-actions">
        <Button onClick={() => onAnswer(true)}>{t("browser-asked-open", { unsaved })}</Button>
        {choices > 0 && (
          <Button onClick={leaves(() => void takeChoices())}>{t("browser-asked-choices", { count: choices })}</Button>
        )}
        {previewOf(state) !== null && <Button onClick={leaves(compare)}>{t("browser-asked-compare")}</Button>}
        <Button onClick={leaves(readBeside)}>{t("browser-asked-beside")}</Button>
        <Button onClick={leaves(() => undefined)}>{t("browser-asked-nothing")}</Button>
      </p>
    </div>
  );
}

/**
 * Remembers the element that had the focus before a question about files took it, because the buttons of the question
 * disappear with it. `goBack` returns the focus to that element, or to the button that opens files when the element is
 * gone.
 */
function useWayBack() {
  const before = useRef<Element | null>(document.activeElement);
  const onFocusIn = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isInside = (currentTarget as Element).contains(relatedTarget as Element | null);
    if (relatedTarget !== null && !isInside) before.current = relatedTarget as Element;
  };
  const goBack = () => {
    const { current } = before;
    const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
    (isThere ? current : document.querySelector<HTMLElement>("#files"))?.focus();
  };
  return { onFocusIn, goBack };
}
