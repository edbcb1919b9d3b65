import { useEffect, useState } from "preact/hooks";
import type { Anomaly, Result } from "../../../messages";
import { usePane } from "../../parts/context";
import { SelectField } from "../../parts/fields";
import { runInSlices } from "../../operations/environment";
import { valueAt } from "../draft";
import { fichesInSteps, type Fiches } from "../fiches";
import { useDraft } from "./draft-context";
import { FicheTable } from "./fiche-table";

/** The fiches of a draft, and the service that it was then of. */
interface Made {
  readonly service: string;
  readonly fiches: Result<Fiches, readonly Anomaly[]>;
}

/** Milliseconds without a key before a fiche is made again. */
const patience = 300;

/** Draws the fiche of a member under the draft; the previous fiche while the draft has faults. */
export function FicheAside() {
  const { words } = usePane();
  const { convention, draft, t } = useDraft();
  const last = useFiches();
  const [chosen, choose] = useState("");
  // The fiches of another convention are not those of the draft.
  const isOther = convention === null && last?.service !== valueAt(draft, { file: "convention", field: "service" });
  const made = last === null || isOther ? null : last.fiches;
  if (made === null || !made.ok)
    return (
      <section class="card fiche-aside">
        <h2>{t("pane-convention-preview")}</h2>
        <p class="secondary">
          {made === null && t("pane-convention-preview-waits")}
          {made?.ok === false &&
            (made.error.length === 0
              ? t("pane-convention-preview-nobody")
              : t("pane-convention-preview-none", { why: made.error.map((one) => words.anomaly(one)).join(" ") }))}
        </p>
      </section>
    );
  const { year, absent, isMadeUp, fiches } = made.value;
  const shown = fiches.find(({ insee }) => insee === chosen) ?? fiches[0];
  return (
    <section class="card fiche-aside">
      <h2>{t("pane-convention-preview")}</h2>
      <p class="secondary">
        {t(isMadeUp ? "pane-convention-preview-made-up" : "pane-convention-preview-of", { year })}
        {absent.length > 0 && ` ${t("pane-convention-preview-absent", { names: absent.join(", ") })}`}
        {convention === null && ` ${t("pane-convention-preview-waits")}`}
      </p>
      <SelectField label={t("pane-convention-preview-member")} value={shown?.insee ?? ""} onChange={choose}>
        {fiches.map(({ insee, name }) => (
          <option key={insee} value={insee}>
            {name}
          </option>
        ))}
      </SelectField>
      {shown !== undefined && (
        // Wider than a pane whose letters are large: it is scrolled, by the keyboard too.
        <div class="paper" role="group" aria-label={shown.model.name} tabIndex={0}>
          <FicheTable model={shown.model} />
        </div>
      )}
    </section>
  );
}

/** Returns the fiches of the draft, made again once the user stops typing; null before the first ones. */
function useFiches(): Made | null {
  const { session, state } = usePane();
  const { convention } = useDraft();
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    if (convention === null) return;
    let isPast = false;
    const { scheduler, now, after } = session.environment;
    const forget = after(patience, () => {
      const steps = fichesInSteps(convention, session.query.workbooksRead(), { year: state.campaign, when: now() });
      void runInSlices(steps, scheduler, () => isPast).then((fiches) => {
        if (fiches !== null && !isPast) setMade({ service: convention.service, fiches });
      });
    });
    return () => {
      isPast = true;
      forget();
    };
  }, [convention, state.campaign]);
  return made;
}
