// The answer comes into the page as it stands; without this script the form does the same with a page of its own.
const form = document.getElementById("query-form");
const place = document.getElementById("answer");
const say = place.dataset;
const MOST_ROWS = 1000;
let latest = 0;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function cell(term) {
  if (!term) return element("td");
  if (term.type === "uri" && /^https?:\/\//.test(term.value)) {
    const made = element("td");
    made.append(element("a", term.value, { href: term.value, rel: "external" }));
    return made;
  }
  return element("td", term.value, term["xml:lang"] ? { lang: term["xml:lang"] } : {});
}

function table(variables, bindings) {
  const made = element("table"), head = element("tr"), body = element("tbody");
  head.append(...variables.map((name) => element("th", name, { scope: "col" })));
  body.append(...bindings.slice(0, MOST_ROWS).map((row) => {
    const line = element("tr");
    line.append(...variables.map((name) => cell(row[name])));
    return line;
  }));
  const top = element("thead");
  top.append(head);
  made.append(top, body);
  return made;
}

function refusal(detail) {
  const made = element("div", "", { class: "notice", role: "alert" });
  made.append(element("strong", say.refused), element("pre", detail));
  return [made];
}

function shown(answer) {
  if ("boolean" in answer) return [element("strong", answer.boolean ? say.yes : say.no)];
  const { bindings } = answer.results, total = bindings.length;
  const words = total > MOST_ROWS ? say.rowsShown : say.rows;
  const counted = words.replace("{total}", total).replace("{shown}", MOST_ROWS);
  return [element("p", counted), table(answer.head.vars, bindings)];
}

async function ask(query) {
  const accept = "application/sparql-results+json, text/turtle;q=0.9";
  const answer = await fetch("/sparql", {
    method: "POST", headers: { Accept: accept, "Content-Type": "application/sparql-query" }, body: query,
  });
  if (!answer.ok) return refusal((await answer.json()).detail);
  const kind = answer.headers.get("Content-Type");
  return kind.startsWith("text/turtle") ? [element("pre", await answer.text())] : shown(await answer.json());
}

// The prefixes stand first, and the query below them is what one looks for.
form.elements.query.scrollTop = form.elements.query.scrollHeight;

form.addEventListener("submit", async (event) => {
  if (form.elements.format.value) return; // the browser shows or saves it
  event.preventDefault();
  const asked = ++latest, query = form.elements.query.value;
  place.replaceChildren(element("p", say.running));
  const parts = await ask(query).catch((error) => refusal(String(error)));
  if (asked !== latest) return;
  place.replaceChildren(...parts);
  const address = new URLSearchParams({ lang: document.documentElement.lang, query });
  if (address.toString().length < 8000) history.replaceState(null, "", `/sparql?${address}`);
});
