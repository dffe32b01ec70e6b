// Reads GEXF files as Gephi Lite does, prints what it found as JSON. Packages: graphology, graphology-gexf (NODE_PATH).
const fs = require("fs");
const Graph = require("graphology");
const gexf = require("graphology-gexf");

const read = (path) => {
  const graph = gexf.parse(Graph, fs.readFileSync(path, "utf8"));
  return {
    nodes: graph.mapNodes((id, attributes) => ({ id, ...attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, ...attributes })),
  };
};
console.log(JSON.stringify(process.argv.slice(2).map(read)));
