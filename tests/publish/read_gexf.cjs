// Reads a GEXF file as Gephi Lite does, prints what it found as JSON: all of it, or with --summary how much and how fast.
const fs = require("fs");
const Graph = require("graphology");
const gexf = require("graphology-gexf");

const [path, option] = process.argv.slice(2);
const begin = performance.now();
const graph = gexf.parse(Graph, fs.readFileSync(path, "utf8"));
const summary = { nodes: graph.order, edges: graph.size, seconds: (performance.now() - begin) / 1000 };
const all = () => ({
  nodes: graph.mapNodes((id, attributes) => ({ id, ...attributes })),
  edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, ...attributes })),
});
console.log(JSON.stringify(option === "--summary" ? summary : all()));
