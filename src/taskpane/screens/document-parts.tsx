import { issuedDifferences } from "../../messages";
import { usePane } from "../parts/context";
import { Button, Warning, type Action } from "../parts/elements";
import { ProgressBar } from "../parts/progress-bar";
import { campaignYear } from "../state/preview";
import { mayDraw, previewOf } from "../state/state";
import { anatomyOf } from "../texts/anatomy";

/**
 * Draws whether the état of the campaign is marked as issued, even when its documents are to be made again, with the way
 * to mark it; nothing when it cannot be.
 */
export function Issued() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  const { issued, differs } = preview.statement.edition;
  const isMarked = issued !== null;
  if (differs !== null || (!isMarked && (preview.counts.error > 0 || !mayDraw(state)))) return null;
  return (
    <section class="part">
      <h2>{words.say("pane-issue-part")}</h2>
      <p class={isMarked ? undefined : "secondary"}>
        {isMarked
          ? words.say("pane-issue-done", {
              number: issued.number,
              version: issued.version,
              date: words.day(issued.date),
              bordereau: issued.bordereau ?? "",
              titre: issued.titre ?? "",
            })
          : words.say("pane-issue-none", { year: campaignYear(preview) })}
      </p>
      <Button link onClick={() => session.dispatch({ type: "opened", open: { screen: "issue" } })}>
        {words.say(isMarked ? "pane-issue-complete" : "pane-issue-mark")}
      </Button>
    </section>
  );
}

/** Returns the action that opens « Rectifier », when the billing differs from the issued état; false once it is made. */
export function useRectifying(): Action | false {
  const { session, state, words } = usePane();
  const isWanted = previewOf(state)?.statement.edition.differs === "amounts" && state.analyses.rectification === null;
  return (
    isWanted && {
      label: words.say("pane-issue-rectify"),
      onPress: () => session.dispatch({ type: "opened", open: { screen: "analysis", name: "rectify" } }),
    }
  );
}

/**
 * Draws a warning when the billing differs from the issued état; `way`: the link to what rectifies it. Once it is
 * rectified, nothing more is to be done.
 */
export function IssuedOtherwise({ way = false }: { readonly way?: Action | false }) {
  const { state, words } = usePane();
  const preview = previewOf(state);
  const differs = preview?.statement.edition.differs ?? null;
  if (preview === null || differs === null) return null;
  const point = preview.points.find(({ code }) => code === issuedDifferences[differs]);
  if (point === undefined) return null;
  const text = words.anomaly(point.anomalies[0]);
  const { what, rest } = anatomyOf(text);
  return (
    <>
      <Warning role="status">{state.analyses.rectification === null ? text : `${what}. ${rest[0]}`}</Warning>
      {way !== false && (
        <p>
          <Button link onClick={way.onPress}>
            {way.label}
          </Button>
        </p>
      )}
    </>
  );
}

/**
 * Returns the action « Enregistrer les PDF », which cancels them while they are drawn; false when there is no document
 * to draw.
 */
export function usePdfAction(): Action | false {
  const { session, state, words } = usePane();
  const offered = session.query.pdfsOffered();
  // One button: the focus stays on it.
  return (
    offered !== null && {
      label: words.notice(offered),
      onPress: () => void session.run.writeAndSavePdfs(),
      isMinor: state.work.kind === "drawing",
    }
  );
}

/** Shows what the PDFs are, their progress, and the file once it is made; nothing when there is no document to draw. */
export function Pdfs() {
  const { session, state, words } = usePane();
  const { work, documents } = state;
  const { pdfs } = documents;
  if (!mayDraw(state)) return null;
  if (!session.query.savesFiles()) return <p class="secondary">{words.say("pane-pdfs-elsewhere")}</p>;
  const isDrawing = work.kind === "drawing";
  return (
    <section class="part pdfs">
      <h2>{words.say("pane-pdfs-title")}</h2>
      <p class="secondary">{words.say("pane-pdfs-text")}</p>
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

/** Draws how far the PDFs are. */
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

/**
 * Draws the particulars that documents leave as dots although the office could give them; nothing when all are given.
 */
export function MissingParticulars() {
  const { session, state, words } = usePane();
  const { options } = state;
  const missing = options.kind === "seen" ? options.missing : [];
  if (missing.length === 0) return null;
  return (
    <>
      <Warning>
        {`${words.counted("pane-mentions-missing", missing.length)} ${missing.map(words.either).join(", ")}. `}
        {words.say("pane-mentions-dots")}
      </Warning>
      <Button link onClick={() => void session.run.openSettings("particulars")}>
        {words.say("pane-mentions-give")}
      </Button>
    </>
  );
}

/** The labels of the undo button. */
export const undoLabels = { generation: "pane-act-undo", issue: "pane-issue-undo" } as const;
