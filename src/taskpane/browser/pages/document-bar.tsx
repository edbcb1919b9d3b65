import { useEffect, useLayoutEffect, useReducer } from "preact/hooks";
import { documentOf, documents } from "../../../documents";
import { browserMessage } from "../../../messages";
import type { PageWorkbook } from "../../../workbook/in-page";
import { useLazyTexts, usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import { useResult } from "../saving";
import type { ChosenCell } from "../view";
import type { DocumentPages, Zoom } from "./document-pages";
import { listSheets } from "./listed-sheets";

interface DocumentBarProps {
  readonly held: PageWorkbook;
  readonly chosen: ChosenCell;
  readonly pages: DocumentPages;
  readonly onSearch: () => void;
  readonly onShow: (name: string) => void;
}

const zoomStep = 1.15;

/** Draws the actions on the document shown: previous, next, zoom, print, PDF. */
export function DocumentBar({ held, chosen, pages, onSearch, onShow }: DocumentBarProps) {
  const { session } = usePane();
  const { t } = useLazyTexts(browserMessage);
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const [result, report] = useResult(held);
  const key = chosen.sheet?.generatedKey ?? "";
  const document = documentOf(key);
  const listed = listSheets(held.open, chosen.tabs());
  const current = listed.find(({ name }) => name === chosen.sheet?.name);
  const alike = listed.filter(({ part }) => part === current?.part);
  const at = current === undefined ? 0 : alike.indexOf(current);
  const go = (by: 1 | -1) => onShow(alike[(at + by + alike.length) % alike.length]!.name);
  // In the same turn as the drawing: a key pressed right after continues from it.
  useLayoutEffect(() => onSteps(go));
  useEffect(() => pages.onZoomed(() => draw()), [pages]);
  useEffect(() => report(""), [key]);
  const place = t("browser-document-place", { n: at + 1, total: alike.length });
  const name = current?.label ?? "";
  const savePdf = async () => {
    report("");
    const before = session.state.documents.pdfs;
    await session.run.savePdfs(key);
    const { pdfs } = session.state.documents;
    report(pdfs === null || pdfs === before ? t("browser-pdf-not-saved") : t("browser-given", { file: pdfs.name }));
  };
  const asked = (zoom: Zoom, code: "browser-zoom-width" | "browser-zoom-page") => (
    <button type="button" class="button" aria-pressed={pages.zoom === zoom} onClick={() => (pages.zoom = zoom)}>
      {t(code)}
    </button>
  );
  return (
    <section class="document-bar" aria-label={t("browser-document")}>
      <p>
        <button type="button" class="button" aria-label={t("browser-document-previous")} onClick={() => go(-1)}>
          ‹
        </button>
        <button type="button" class="document-name" onClick={onSearch}>
          <strong>{name}</strong> <span class="secondary">{place}</span>
          <span class="unseen">{t("browser-list-open")}</span>
        </button>
        <button type="button" class="button" aria-label={t("browser-document-next")} onClick={() => go(1)}>
          ›
        </button>
      </p>
      <p role="group" aria-label={t("browser-zoom")}>
        <button
          type="button"
          class="button"
          aria-label={t("browser-zoom-out")}
          onClick={() => (pages.zoom = pages.scale / zoomStep)}
        >
          −
        </button>
        <output class="document-zoom">{t("browser-percent", { percent: Math.round(pages.scale * 100) })}</output>
        <button
          type="button"
          class="button"
          aria-label={t("browser-zoom-in")}
          onClick={() => (pages.zoom = pages.scale * zoomStep)}
        >
          +
        </button>
        {asked("width", "browser-zoom-width")}
        {asked("page", "browser-zoom-page")}
      </p>
      <p>
        <button type="button" class="button" aria-keyshortcuts="Control+P" onClick={() => print()}>
          {t("browser-print")}
        </button>
        {document !== null && "sent" in documents[document] && (
          <Button primary onClick={() => void savePdf()}>
            {t(current?.part === "fiches" ? "browser-pdf-fiche" : "browser-pdf-document")}
          </Button>
        )}
      </p>
      <p class="document-note" role="status">
        {result}
      </p>
    </section>
  );
}

/** Goes to the document after by Alt + →, to the one before by Alt + ←; returns the function that stops it. */
function onSteps(go: (by: 1 | -1) => void): () => void {
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 } as const;
    if (!event.altKey || !(event.key in by) || (event.target as Element).closest("#pane") !== null) return;
    event.preventDefault();
    go(by[event.key as keyof typeof by]);
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}
