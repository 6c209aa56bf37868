// Asks an endpoint with Comunica, unchanged, and prints what it understood.
import { QueryEngine } from "@comunica/query-sparql";

const [endpoint, labels] = process.argv.slice(2);
const engine = new QueryEngine();
const context = { sources: [{ type: "sparql", value: endpoint }] };
const found = await (await engine.queryBindings(labels, context)).toArray();
const verdict = await engine.queryBoolean("ASK { ?s a <http://www.w3.org/2004/02/skos/core#Concept> }", context);
const triples = await (await engine.queryQuads("CONSTRUCT WHERE { ?s ?p 'Chemistry'@en }", context)).toArray();
const detected = await (await engine.queryBindings(labels, { sources: [endpoint] })).toArray();
process.stdout.write(JSON.stringify({
  labels: found.map((row) => row.get("label").value),
  verdict,
  triples: triples.map((one) => [one.subject.value, one.predicate.value, one.object.value]),
  detected: detected.length,
}));
