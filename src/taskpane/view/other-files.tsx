import { Button } from "./button";
import { FilePicker } from "./file-picker";
import { usePane } from "./pane-context";

/** The workbooks of the disk read beside the one that is open: added, listed, taken away. */
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
                  onClick={() => void session.removeWorkbook(file)}
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
