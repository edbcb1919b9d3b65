import type { Severity } from "../../../messages";
import { usePane } from "../../parts/context";
import { Button, Filters, Mover, Screen } from "../../parts/elements";
import { Amounts } from "../../parts/tables";
import { countChoices } from "../../state/choices";
import { shownPoints, type Preview, type PointList } from "../../state/preview";
import { pointsAtOnce, previewOf } from "../../state/state";
import type { Words } from "../../texts/words";
import { usePdfAction } from "../document-parts";
import { ChoiceList, SettledLines } from "./choice-list";
import { PupilLists } from "./numbers-account";
import { PointItem } from "./point-item";
import { useReadingTexts } from "./texts";

/** Draws the points to correct, to check and for information; each leads to its cell. */
export function ControleScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  const pdfAction = usePdfAction();
  if (preview === null) return null;
  const { points } = preview;
  return (
    <Screen
      title={pointsTitle(preview, words)}
      buttons={[
        session.query.writesAtOnce() && pdfAction,
        {
          label: words.say("pane-act-split"),
          onPress: () => session.dispatch({ type: "step-opened", step: "repartition" }),
        },
        { label: words.say("pane-act-reread"), onPress: () => void session.run.read() },
      ]}
    >
      <SettledLines />
      <PupilLists preview={preview} />
      <Read preview={preview} />
      {session.query.writesAtOnce() && <Amounts preview={preview} />}
      <PointFilters preview={preview} />
      {state.list.filter === "choices" ? (
        <ChoiceList />
      ) : (
        points.length > 0 && (
          <>
            <PointMover />
            <Unbilled preview={preview} />
            <Points preview={preview} />
          </>
        )
      )}
    </Screen>
  );
}

/** Draws how much was read, the main message when there is no point. */
function Read({ preview: { counts, statement, quantities, rows } }: { readonly preview: Preview }) {
  const { words } = usePane();
  const read = `${words.counted("pane-count-schools", statement.schools)}, ${words.counted("pane-count-quantities", quantities)}`;
  if (counts.error + counts.warning > 0) return <p class="secondary">{read}</p>;
  const add = (count: "read" | "billed" | "excluded" | "error") =>
    words.integer(rows.reduce((total, row) => total + row[count], 0));
  const lines = { read: add("read"), billed: add("billed"), excluded: add("excluded"), error: add("error") };
  return (
    <div role="status">
      <p class="success">
        <span aria-hidden="true">✓ </span>
        {read}
      </p>
      <p class="secondary">{words.say("pane-table-rows", lines)}</p>
    </div>
  );
}

/** Returns « 3 points à corriger, 5 à vérifier ». */
function pointsTitle({ counts: { error, warning } }: Pick<Preview, "counts">, words: Words): string {
  if (error === 0) return warning === 0 ? words.say("pane-points-none") : words.counted("pane-points-warning", warning);
  const errors = words.counted("pane-points-error", error);
  if (warning === 0) return errors;
  return words.say("pane-points-both", { errors, warnings: words.counted("pane-points-also", warning) });
}

const severities: readonly Severity[] = ["error", "warning", "info"];

/** Draws the filters with at least one point, « Tous » when there are several, and the choices in force. */
function PointFilters({ preview: { counts, points } }: { readonly preview: Preview }) {
  const { session, state, words } = usePane();
  const choices = countChoices(state.options);
  const present = [
    ...severities.filter((severity) => counts[severity] > 0),
    ...(choices > 0 ? (["choices"] as const) : []),
  ];
  if (present.length < 2 && choices === 0) return null;
  const filters: readonly PointList["filter"][] = ["all", ...present];
  const countOf = (filter: PointList["filter"]): number =>
    filter === "all" ? points.length : filter === "choices" ? choices : counts[filter];
  return (
    <Filters
      name={words.say("pane-filters")}
      filters={filters.map((filter) => ({
        label: `${words.say(`pane-filter-${filter}`)} ${words.integer(countOf(filter))}`,
        isOn: state.list.filter === filter,
        onPress: () => session.dispatch({ type: "filtered", filter }),
      }))}
    />
  );
}

/** Draws « Point 3 sur 8 » between two arrows: the same moves as the ribbon's. */
function PointMover() {
  const { session, state, words } = usePane();
  const shown = shownPoints(previewOf(state)?.points ?? [], state.list.filter);
  const place = state.list.point === null ? -1 : shown.indexOf(state.list.point);
  return (
    <Mover
      name={words.say("pane-point-move")}
      previous={words.say("pane-point-previous")}
      next={words.say("pane-point-next")}
      place={
        place < 0
          ? words.counted("pane-point-none-open", shown.length)
          : words.say("pane-point-place", { n: place + 1, count: shown.length })
      }
      onMove={(direction) => void session.run.moveToPoint(direction)}
    />
  );
}

/** Draws the amount that is not billed until its points are settled. */
function Unbilled({ preview: { unbilled } }: { readonly preview: Preview }) {
  const { words, t } = useReadingTexts();
  return unbilled.isZero() ? null : <p class="secondary">{t("pane-worth-left", { amount: words.euros(unbilled) })}</p>;
}

function Points({ preview: { points } }: { readonly preview: Preview }) {
  const { session, state, words } = usePane();
  const shown = shownPoints(points, state.list.filter);
  const drawn = shown.slice(0, state.list.drawn);
  const more = Math.min(shown.length - drawn.length, pointsAtOnce);
  if (shown.length === 0) return <p>{words.say("pane-filter-empty")}</p>;
  return (
    <>
      <ul class="points" aria-label={words.say("pane-points-list")}>
        {drawn.map((index) => (
          <PointItem key={index} index={index} point={points[index]!} isOpen={state.list.point === index} />
        ))}
      </ul>
      {more > 0 && (
        <Button onClick={() => session.dispatch({ type: "more-points" })}>
          {words.counted("pane-points-more", more)}
        </Button>
      )}
    </>
  );
}
