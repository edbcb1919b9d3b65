import {
  documentOf,
  documents,
  groupOf,
  groupText,
  paneLinks,
  type DocumentGroup,
  type KeyedName,
} from "../../documents";
import type { AnalysisName } from "../analyses/kept";
import { DocumentChanges, changesTitle, useRereading } from "../parts/freshness";
import { usePane } from "../parts/context";
import { Button, Fold, French, Screen, Warning, type Action } from "../parts/elements";
import { AmountList, Amounts } from "../parts/tables";
import type { Plan } from "../state/preview";
import { areOutdated, errorsToAccept, mayDraw, previewOf, acceptanceIn } from "../state/state";
import type { CountedCode } from "../texts/words";
import {
  Issued,
  IssuedOtherwise,
  Pdfs,
  MissingParticulars,
  undoLabels,
  usePdfAction,
  useRectifying,
} from "./document-parts";

/** Draws the sheets to write, those that they replace, and the errors to accept. */
export function PlanScreen() {
  const { session, state, words } = usePane();
  const rereading = useRereading();
  const pdfAction = usePdfAction();
  const openTitre = useTitreAction();
  const rectifying = useRectifying();
  const preview = previewOf(state);
  if (preview === null) return null;
  const { plan } = preview;
  const errors = errorsToAccept(state);
  const outdated = areOutdated(state.documents.status) ? state.documents.status : null;
  // What is in place is offered first, and made again only if somebody asks for it.
  const isInPlace = mayDraw(state);
  const isToGenerate = rereading === null && !isInPlace;
  const generating = {
    label: words.counted(outdated === null && !isInPlace ? "pane-act-generate" : "pane-act-update", plan.sheets.length),
    onPress: () => session.run.askGeneration(),
  };
  return (
    <Screen
      title={
        outdated === null
          ? words.counted(isInPlace ? "pane-done-title" : "pane-plan-title", plan.sheets.length)
          : changesTitle(outdated, words)
      }
      buttons={[
        // Amounts known to be of before are not offered.
        ...(rereading !== null
          ? [rereading]
          : isInPlace
            ? [pdfAction, openTitre, generating]
            : [rectifying, generating, pdfAction]),
        state.documents.canUndo && {
          label: words.say(undoLabels[state.documents.last]),
          onPress: () => session.run.askUndo(),
        },
      ]}
    >
      {rereading === null && state.ending.kind === "changed" && (
        <div class="trouble" role="alert">
          <h2>{words.say("pane-changed-title")}</h2>
          <p>{words.say("pane-changed-text")}</p>
        </div>
      )}
      <IssuedOtherwise way={!isToGenerate && rectifying} />
      {rereading === null &&
        (outdated === null ? <Amounts preview={preview} /> : <DocumentChanges status={outdated} />)}
      {isInPlace ? (
        <Links sheets={plan.sheets} />
      ) : (
        <>
          <PlanTable plan={plan} />
          <Replaced plan={plan} />
        </>
      )}
      <MissingParticulars />
      <Pdfs />
      <Issued />
      {errors > 0 && <Acceptance errors={errors} />}
      {state.readOnly && (
        <p class="fault" role="alert">
          {words.say("pane-read-only")}
        </p>
      )}
    </Screen>
  );
}

/** The analyses by group of documents: their screens show them again, and close them. */
const analyses: Partial<Record<DocumentGroup, AnalysisName>> = {
  comparison: "compare",
  simulation: "simulate",
  rectification: "rectify",
};

/** The groups, in the order of the tabs. */
const inOrder = [...new Set(Object.values(documents).map(({ group }) => group))];

function PlanTable({ plan }: { readonly plan: Plan }) {
  const { session, words } = usePane();
  const lookAgain = (name: AnalysisName) => session.dispatch({ type: "opened", open: { screen: "analysis", name } });
  return (
    <AmountList
      amounts={inOrder.flatMap((group) => {
        const analysis = analyses[group];
        const count = plan.sheets.filter(({ key }) => groupOf(key) === group).length;
        if (count === 0) return [];
        const label = words.either(groupText(group, plan.sheets));
        const name =
          analysis === undefined ? (
            label
          ) : (
            <Button link onClick={() => lookAgain(analysis)}>
              {label}
            </Button>
          );
        return [{ name, amount: words.counted("pane-count-sheets", count) }];
      })}
    />
  );
}

function Replaced({ plan: { sheets, replaced, removed } }: { readonly plan: Plan }) {
  const { words } = usePane();
  const kept = new Set(replaced);
  const fates: readonly (readonly [CountedCode, readonly string[]])[] = [
    ["pane-plan-list-replaced", replaced],
    ["pane-plan-list-removed", removed],
    ["pane-plan-list-added", sheets.map(({ name }) => name).filter((name) => !kept.has(name))],
  ];
  return (
    <>
      {replaced.length === 0 && <p>{words.say("pane-plan-new")}</p>}
      {replaced.length > 0 && <p>{words.counted("pane-plan-replaced", replaced.length)}</p>}
      {removed.length > 0 && <p>{words.counted("pane-plan-removed", removed.length)}</p>}
      <Fold title={words.say("pane-plan-see-list")}>
        {fates
          .filter(([, names]) => names.length > 0)
          .map(([code, names]) => (
            <section key={code}>
              <h2>{words.counted(code, names.length)}</h2>
              <ul>
                {names.map((name) => (
                  <li key={name}>
                    <French>{name}</French>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </Fold>
    </>
  );
}

/**
 * Asks for an explicit decision when documents leave out what is in error; errors of a compared workbook leave nothing
 * unbilled.
 */
function Acceptance({ errors }: { readonly errors: number }) {
  const { session, state, words } = usePane();
  const isHeld = acceptanceIn(state) === "wanted";
  const compared = state.analyses.comparison?.billed;
  const own = errors - (compared?.unacceptedErrors ?? 0) || "";
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={acceptanceIn(state) === "given"}
          aria-describedby={isHeld ? "held" : undefined}
          onChange={({ currentTarget }) =>
            session.dispatch({ type: "accepted", acceptance: currentTarget.checked ? "given" : "none" })
          }
        />
        <span>{words.counted("pane-accept", errors, { own })}</span>
      </label>
      {compared !== undefined && compared.unacceptedErrors > 0 && (
        <p>{words.counted("pane-compared-errors", compared.unacceptedErrors, { file: compared.file })}</p>
      )}
      {isHeld && (
        <p id="held" class="fault" role="alert">
          {words.counted("pane-held-points", errors, { own })}
        </p>
      )}
      <Button
        link
        onClick={() =>
          own
            ? session.dispatch({ type: "step-opened", step: "controle" })
            : session.dispatch({ type: "opened", open: { screen: "analysis", name: "compare" } })
        }
      >
        {words.say("pane-act-points")}
      </Button>
    </div>
  );
}

/** Draws that the sheets are there: the control that matters, and a link to each. */
export function DoneScreen() {
  const { session, state, words } = usePane();
  const rereading = useRereading();
  const pdfAction = usePdfAction();
  const openTitre = useTitreAction();
  const rectifying = useRectifying();
  const preview = previewOf(state);
  if (state.ending.kind !== "done" || preview === null) return null;
  const { sheets, remark } = state.ending;
  const { reconciliations } = preview.statement;
  const difference = reconciliations.find(({ by }) => by === "communes")?.difference;
  return (
    <Screen
      title={words.counted("pane-done-title", sheets.length)}
      buttons={[
        rereading ?? pdfAction,
        openTitre,
        state.documents.canUndo && {
          label: words.say(undoLabels[state.documents.last]),
          onPress: () => session.run.askUndo(),
        },
        { label: words.say("pane-act-back"), onPress: () => session.dispatch({ type: "ending-left" }) },
      ]}
    >
      {rereading === null && <Amounts preview={preview} />}
      {difference !== undefined && (
        <p class={difference.isZero() ? "success" : "warning"} role="status">
          <span aria-hidden="true">{difference.isZero() ? "✓ " : "▲ "}</span>
          {words.say("pane-done-difference", { amount: words.euros(difference) })}
        </p>
      )}
      <IssuedOtherwise way={rectifying} />
      {remark !== null && <Warning>{words.anomaly(remark)}</Warning>}
      <Pdfs />
      <Links sheets={sheets} />
      <MissingParticulars />
      <Issued />
    </Screen>
  );
}

/** Returns « Ouvrir l'état liquidatif »; false for a correction, whose own papers are issued. */
function useTitreAction(): Action | false {
  const { session, state, words } = usePane();
  return (
    state.analyses.rectification === null && {
      label: words.say("pane-done-open"),
      onPress: () => void session.run.openDocument("titre"),
    }
  );
}

/** Draws a link to each of the sheets. */
function Links({ sheets }: { readonly sheets: readonly KeyedName[] }) {
  const { session, words } = usePane();
  const fiches = sheets.filter(({ key }) => documentOf(key) === "fiche");
  return (
    <>
      <h2>{words.say("pane-done-links")}</h2>
      <ul class="links">
        {paneLinks(sheets).map(({ key, text }) => (
          <li key={key}>
            <Button link onClick={() => void session.run.openDocument(key)}>
              {words.either(text)}
            </Button>
          </li>
        ))}
      </ul>
      {fiches.length > 0 && <Fiches fiches={fiches} />}
    </>
  );
}

function Fiches({ fiches }: { readonly fiches: readonly KeyedName[] }) {
  const { session, words } = usePane();
  return (
    <Fold title={words.counted("pane-done-fiches", fiches.length)}>
      <ul class="links">
        {fiches.map(({ key, name }) => (
          <li key={key}>
            <Button link onClick={() => void session.run.openDocument(key)}>
              <French>{name}</French>
            </Button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
