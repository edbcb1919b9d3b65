import { useEffect, useState } from "preact/hooks";
import { issueMessage, type Anomaly, type IssueCode, type MessageCode } from "../../messages";
import { particularWording } from "../../options";
import { useLazyTexts, usePane } from "../parts/context";
import { Back, Refusals, Screen } from "../parts/elements";
import { TextField } from "../parts/fields";
import { previewOf } from "../state/state";
import { MissingParticulars } from "./document-parts";

const blank = { date: "", number: "", bordereau: "", titre: "" };
type Field = keyof typeof blank;

const fields: readonly (readonly [Field, IssueCode, IssueCode | null])[] = [
  ["date", "pane-issue-date", null],
  ["number", "pane-issue-number", "pane-issue-last"],
  ["bordereau", "pane-issue-bordereau", "pane-issue-later"],
  ["titre", "pane-issue-titre", "pane-issue-later"],
];

/** Faults of a field; any other fault is shown at the top. */
const fieldsAtFault: Partial<Record<MessageCode, Field>> = {
  "pane-issue-bad-date": "date",
  "mark-date-too-early": "date",
  "mark-unknown-state": "number",
};

/** Asks which état was issued, when, and the numbers that finance gave it. */
export function IssueScreen() {
  const { session, state } = usePane();
  const { words, t } = useLazyTexts<IssueCode>(issueMessage);
  const [written, setWritten] = useState(knownOf(previewOf(state)));
  const [faults, setFaults] = useState<readonly Anomaly[]>([]);
  useEffect(() => {
    if (faults.length > 0) document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [faults]);
  /** What the faults are of: that of a field is gone once its text is another. */
  const [refused, setRefused] = useState(written);
  const save = async () => {
    const found = await session.run.markAsIssued(written);
    setRefused(written);
    setFaults(found);
  };
  const others = faults.filter(({ code }) => fieldsAtFault[code] === undefined);
  return (
    <Screen
      title={words.say("pane-issue-title")}
      back={<Back />}
      buttons={[
        { label: t("pane-issue-save"), onPress: () => void save() },
        { label: t("pane-issue-leave"), onPress: () => session.dispatch({ type: "closed" }) },
      ]}
    >
      {others.length > 0 && (
        <div class="trouble" role="alert">
          <Refusals anomalies={others} />
        </div>
      )}
      <MissingParticulars />
      <p class="secondary">{t("pane-issue-text")}</p>
      {fields.map(([field, label, otherwise]) => {
        const isRefused = written[field] === refused[field];
        const fault = isRefused ? faults.find(({ code }) => fieldsAtFault[code] === field) : undefined;
        return (
          <TextField
            key={field}
            label={t(label)}
            value={written[field]}
            onInput={(text) => setWritten({ ...written, [field]: text })}
            onEnter={() => void save()}
            fault={fault === undefined ? null : words.anomaly(fault)}
            {...(otherwise !== null && { otherwise: t(otherwise) })}
          />
        );
      })}
    </Screen>
  );
}

/** Returns what is already known of the issued état, to be completed. */
function knownOf(preview: ReturnType<typeof previewOf>): typeof blank {
  const issued = preview?.statement.edition.issued ?? null;
  if (issued === null) return blank;
  const { number, version, date, bordereau, titre } = issued;
  return {
    date: particularWording("establishedOn", date),
    number: `${number}, version ${version}`,
    bordereau: bordereau ?? "",
    titre: titre ?? "",
  };
}
