import { helpPages } from "../words/help-pages";
import { usePane } from "./pane-context";

/** Help and the mention that the law asks for, each in a window of its own; the settings between them. */
export function Footer() {
  const { session, words } = usePane();
  const { page, accessibility } = helpPages[words.language];
  const aside = <span class="unseen"> ({words.say("pane-new-window")})</span>;
  return (
    <footer>
      <a href={page} target="_blank" rel="noopener">
        {words.say("pane-help")}
        {aside}
      </a>
      <button type="button" class="link" onClick={() => void session.openSettings()}>
        {words.say("pane-settings-title")}
      </button>
      <a href={accessibility} target="_blank" rel="noopener">
        {words.say("pane-accessibility")}
        {aside}
      </a>
    </footer>
  );
}
