// Type-ahead over the public API; without it the form works as it is.
const field = document.getElementById("q");
const list = document.getElementById("suggestions");
const language = document.documentElement.lang;
let waiting;
let latest = 0;

async function suggest() {
  const asked = ++latest;
  const vocabulary = document.querySelector("select[name=vocabulary]").value;
  const query = new URLSearchParams({ q: field.value, vocabulary, lang: language });
  const answer = await fetch(`/api/v1/suggest?${query}`);
  if (!answer.ok || asked !== latest) return;
  const { results } = await answer.json();
  list.replaceChildren(...results.map((hit) => {
    const option = document.createElement("option");
    option.value = hit.pref_label ?? hit.notation;
    option.label = `${hit.pref_label ?? ""} — ${hit.notation ?? hit.vocabulary}`;
    return option;
  }));
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  if (field.value.trim().length >= 2) waiting = setTimeout(suggest, 120);
});
