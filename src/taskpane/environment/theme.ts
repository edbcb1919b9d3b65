/** Newer than the library's own types. */
interface ThemeOfExcel {
  readonly isDarkTheme?: boolean;
}

/**
 * Follows Excel's own theme where it tells it (it does not on the web), else the system's. There is no event of a change
 * in Excel: it is looked at again each time that the pane comes back into view.
 */
export function followTheme(): void {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const theme = Office.context.officeTheme as ThemeOfExcel | undefined;
    const isDark = theme?.isDarkTheme ?? system.matches;
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  };
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("visibilitychange", apply);
}
