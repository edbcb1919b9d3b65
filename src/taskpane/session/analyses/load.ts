/** The code of the analyses; rejects where it cannot be loaded. */
export function loadAnalyses() {
  return import(/* webpackChunkName: "analyses" */ "./index");
}
