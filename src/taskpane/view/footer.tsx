import { usePane } from "./pane-context";

/** Help and the mention that the law asks for, each in a window of its own. */
export function Footer() {
  const { words } = usePane();
  const page = words.language === "fr" ? "aide.html" : "help.html";
  const aside = <span class="unseen"> ({words.say("pane-new-window")})</span>;
  return (
    <footer>
      <a href={page} target="_blank" rel="noopener">
        {words.say("pane-help")}
        {aside}
      </a>
      <a href={`${page}#accessibilite`} target="_blank" rel="noopener">
        {words.say("pane-accessibility")}
        {aside}
      </a>
    </footer>
  );
}
