import { usePane } from "../parts/context";
import { Button } from "../parts/elements";
import { ProgressBar } from "../parts/progress-bar";
import { mayDraw } from "../state/state";

/** « Enregistrer les PDF »: the button, how far it is, and the file once it is there. Nothing where there is no document to draw. */
export function Pdfs() {
  const { session, state, words } = usePane();
  const { work, pdfs } = state;
  if (!mayDraw(state)) return null;
  if (!session.query.savesFiles()) return <p class="secondary">{words.say("pane-pdfs-elsewhere")}</p>;
  const isDrawing = work.kind === "drawing";
  return (
    <section class="part pdfs">
      <h2>{words.say("pane-pdfs-title")}</h2>
      <p class="secondary">{words.say("pane-pdfs-text")}</p>
      {/* One button: the focus stays on it. */}
      <Button onClick={() => (isDrawing ? session.run.cancel() : void session.run.savePdfs())}>
        {words.say(isDrawing ? "pane-act-cancel" : "pane-pdfs-save")}
      </Button>
      {isDrawing && <Drawing {...work} />}
      {pdfs !== null && !isDrawing && (
        <>
          <p class="success" role="status">
            <span aria-hidden="true">✓ </span>
            {words.counted("pane-pdfs-saved", pdfs.count, { file: pdfs.name })}
          </p>
          <p>
            <a class="link" href={pdfs.address} download={pdfs.name}>
              {words.say("pane-pdfs-again", { file: pdfs.name })}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

interface DrawingProps {
  readonly done: number;
  readonly total: number | null;
  readonly cancelling: boolean;
}

/** How far the PDFs are. */
export function Drawing({ done, total, cancelling }: DrawingProps) {
  const { words } = usePane();
  const text = cancelling
    ? words.say("pane-pdfs-cancelling")
    : total === null
      ? words.say("pane-pdfs-loading")
      : words.say("pane-pdfs-drawing", { n: done + 1, total });
  const measure = cancelling || total === null ? {} : { done, total };
  return <ProgressBar label={words.say("pane-pdfs-title")} text={text} stage={String(cancelling)} {...measure} />;
}
