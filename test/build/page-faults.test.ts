import { pageFaults } from "./page-faults";

const csp =
  "default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self'; img-src 'self'; " +
  "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";
const meta = `<meta http-equiv="Content-Security-Policy" content="${csp}">`;
const page = `<html><head><meta charset=utf-8>${meta}<script defer src=a.js></script></head><body><p id=one><a href="#one">1</a></body></html>`;
const faults = (change: (page: string) => string) => pageFaults({ "p.html": change(page) }, ["a.js", "p.html"]);

test("a good page has no fault", () => {
  expect(faults((good) => good)).toEqual([]);
});

describe("a fault of each kind is told", () => {
  test.each<[kind: string, change: (page: string) => string, told: string]>([
    ["no policy", (good) => good.replace(meta, ""), "no policy"],
    [
      "a policy that evaluates",
      (good) => good.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
      "policy default",
    ],
    ["a policy with a hole", (good) => good.replace("base-uri 'none'; ", ""), "policy default"],
    [
      "a script before the policy",
      (good) => good.replace("<head>", "<head><script src=a.js></script>"),
      "<script> before",
    ],
    ["an inline script", (good) => good.replace("<p ", "<script>1</script><p "), "inline <script>"],
    ["an inline style", (good) => good.replace("<p ", "<p style=color:red "), "inline <p style="],
    ["a handler", (good) => good.replace("<p ", '<p onclick="go()" '), "inline <p onclick="],
    ["a file that is not there", (good) => good.replace("a.js", "b.js"), "b.js leads to no file"],
    ["a place that is not there", (good) => good.replace("#one", "#two"), "#two leads to no place"],
    ["an http link", (good) => good.replace("#one", "http://mairie.example/"), "is not https"],
  ])("%s", (_kind, change, told) => {
    expect(faults(change)).toContainEqual(expect.stringContaining(told));
  });
});
