import type { TargetedEvent } from "preact";
import { useId } from "preact/hooks";
import { usePane } from "./context";
import { Button } from "./elements";

/** Draws the campaign: chosen by the user; choosing reads nothing. */
export function CampaignField() {
  const { session, state, words } = usePane();
  const { campaign, campaigns, campaignWanted } = state;
  const help = campaignWanted ? "campaign-wanted" : "campaign-hint";
  return (
    <div class="field">
      <label for="campaign">{words.say("pane-campaign")}</label>
      <select
        id="campaign"
        value={campaign === null ? "" : String(campaign)}
        aria-describedby={help}
        aria-invalid={campaignWanted}
        onChange={({ currentTarget: { value } }) =>
          session.dispatch({ type: "campaign-chosen", campaign: value === "" ? null : Number(value) })
        }
      >
        <option value="">{words.say("pane-campaign-choose")}</option>
        {campaigns.map((year) => (
          <option key={year} value={String(year)}>
            {words.say("pane-campaign-option", { year })}
          </option>
        ))}
      </select>
      {campaignWanted ? (
        <p id="campaign-wanted" class="fault" role="alert">
          {words.say("pane-campaign-choose")}
        </p>
      ) : (
        <p id="campaign-hint" class="secondary">
          {words.say("pane-campaign-hint")}
        </p>
      )}
    </div>
  );
}

/** Draws the workbooks of the disk read beside the one that is open: added, listed, taken away. */
export function OtherFiles() {
  const { session, state, words } = usePane();
  const { files } = state;
  return (
    <section class="card">
      {files.length > 0 && (
        <>
          <h2>{words.say("pane-files-title")}</h2>
          <ul class="files">
            {files.map((file) => (
              <li key={file}>
                <span>{file}</span>
                <Button
                  link
                  name={words.say("pane-file-remove-name", { file })}
                  onClick={() => void session.run.removeWorkbook(file)}
                >
                  {words.say("pane-file-remove")}
                </Button>
              </li>
            ))}
          </ul>
          <p class="secondary">{words.say("pane-files-kept")}</p>
        </>
      )}
      <FilePicker />
      <p class="secondary">{words.say("pane-files-hint")}</p>
    </section>
  );
}

export const workbookFormats = ".xlsx,.xlsm,.xls,.ods,.csv";

/** Draws « Ajouter un autre classeur… ». */
export function FilePicker({ primary = false }: { readonly primary?: boolean }) {
  const { session, words } = usePane();
  return (
    <PickerButton
      label={words.say("pane-act-add-file")}
      onPick={(file) => void session.run.addWorkbook(file)}
      primary={primary}
    />
  );
}

interface PickerButtonProps {
  readonly label: string;
  readonly onPick: (file: File) => void;
  readonly formats?: string;
  readonly primary?: boolean;
}

/** Draws the browser's own picker, under a button. */
export function PickerButton({ label, onPick, formats = workbookFormats, primary = false }: PickerButtonProps) {
  const id = useId();
  const pick = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const picked = currentTarget.files?.[0];
    takeFocusBack(currentTarget);
    if (picked === undefined) return;
    // The same file can be picked again: it was corrected meanwhile.
    currentTarget.value = "";
    onPick(picked);
  };
  return (
    <span class="picker">
      <input
        id={id}
        class="unseen"
        type="file"
        accept={formats}
        onChange={pick}
        onCancel={({ currentTarget }) => takeFocusBack(currentTarget)}
      />
      <label for={id} class={primary ? "button primary" : "button"}>
        {label}
      </label>
    </span>
  );
}

/** Takes the focus back from Excel, which gives it to its grid when the picker closes. */
function takeFocusBack(input: HTMLInputElement): void {
  window.focus();
  input.focus({ preventScroll: true });
}
