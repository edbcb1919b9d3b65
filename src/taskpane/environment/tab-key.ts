/**
 * In Excel on the web, Office.js moves the focus itself when Tab is pressed, along a list of its own; from what is not in that
 * list, it leaves the pane. Where the focus is on a title, or on nothing, Tab is the browser's: it goes to what follows.
 */
export function keepTabInPane(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && event.target instanceof HTMLElement && event.target.tabIndex < 0)
      event.stopPropagation();
  });
}
