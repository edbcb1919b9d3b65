import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import { browserMessage } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { ListName } from "../../documents";
import { useLazyTexts, usePane } from "../parts/context";
import { Button, Warning } from "../parts/elements";
import { Drawing } from "../screens/document-parts";
import { mayDraw, previewOf } from "../state/state";
import { giveFile, useResult } from "./saving";

/** A panel that its button opens and closes. */
interface Outputs {
  readonly isOpen: boolean;
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly toggle: () => void;
  /** Closes it, and goes back to its button. */
  readonly close: () => void;
}

/** Keeps « PDF et listes » open or closed, and returns what opens and closes it. */
export function useOutputs(): Outputs {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return { isOpen, opener, toggle: () => setOpen(!isOpen), close };
}

export function OutputsButton({ outputs }: { readonly outputs: Outputs }) {
  const { t } = useLazyTexts(browserMessage);
  return (
    <button
      type="button"
      class="button unfolds"
      ref={outputs.opener}
      aria-expanded={outputs.isOpen}
      aria-controls="other-outputs"
      onClick={outputs.toggle}
      onKeyDown={({ key }) => key === "Escape" && outputs.close()}
    >
      {t("browser-outputs")}
    </button>
  );
}

export function OutputsPanel({ outputs, held }: { readonly outputs: Outputs; readonly held: PageWorkbook }) {
  const { t } = useLazyTexts(browserMessage);
  return (
    <section
      id="other-outputs"
      class="bar-note outputs"
      aria-label={t("browser-outputs")}
      hidden={!outputs.isOpen}
      onKeyDown={({ key }) => key === "Escape" && outputs.close()}
    >
      {outputs.isOpen && <OtherOutputs held={held} />}
    </section>
  );
}

const encodings = ["utf-8", "windows-1252"] as const;

/** Draws what the command gives beside the workbook: the PDFs, and the lists in CSV; each is saved by its button. */
function OtherOutputs({ held }: { readonly held: PageWorkbook }) {
  const { session, state } = usePane();
  const { words, t, tCount } = useLazyTexts(browserMessage);
  const [encoding, setEncoding] = useState<(typeof encodings)[number]>("utf-8");
  const [result, report] = useResult(held);
  const lists = session.query.listsGiven();
  const { work } = state;
  const errors = previewOf(state)?.counts.error ?? 0;
  const isDrawing = work.kind === "drawing";
  if (!mayDraw(state)) return <p>{t("browser-outputs-later")}</p>;

  const savePdfs = async () => {
    report("");
    const before = session.state.documents.pdfs;
    await session.run.savePdfs();
    const { pdfs } = session.state.documents;
    report(pdfs === null || pdfs === before ? t("browser-pdfs-not-saved") : t("browser-given", { file: pdfs.name }));
  };
  const saveList = (list: ListName) => {
    report("");
    const made = session.query.makeList(list, encoding);
    if (made === null) return;
    if (!made.ok) return report(t("browser-list-character", { character: made.error }));
    const { name, bytes } = made.value;
    giveFile(name, bytes);
    report(t("browser-given", { file: name }));
  };
  return (
    <>
      {errors > 0 && <Warning>{tCount("browser-outputs-provisional", errors)}</Warning>}
      <p>
        {/* One button, as in the pane: the focus stays on it. */}
        <Button onClick={() => (isDrawing ? session.run.cancel() : void savePdfs())}>
          {isDrawing ? words.say("pane-act-cancel") : t("browser-output-pdfs")}
        </Button>
        {lists.map((list) => (
          <Button key={list} onClick={() => saveList(list)}>
            {t(`browser-output-${list}`)}
          </Button>
        ))}
      </p>
      <div class="last-outputs">
        <label for="encoding">{t("browser-encoding")}</label>
        <select
          id="encoding"
          value={encoding}
          onChange={({ currentTarget: { value } }) => setEncoding(encodings.find((one) => one === value) ?? "utf-8")}
        >
          {encodings.map((one) => (
            <option key={one} value={one}>
              {t(`browser-encoding-${one}`)}
            </option>
          ))}
        </select>
        <div class="outcome">
          {isDrawing && <Drawing {...work} />}
          <p role="status">{result}</p>
        </div>
      </div>
      {!lists.includes("titre") && <p class="secondary">{t("browser-outputs-correction")}</p>}
    </>
  );
}
