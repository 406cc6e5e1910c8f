/* path, for all sorts of names. */
import * as path from "node:path";
import { join, basename } from "path";
const ps = ["", ".", "..", "/", "//", "///", "a", "/a", "a/", "/a/", "a/b", "/a/b", "a//b", "//a", "//a/b", "a/b/", "a//b//", "./a", "../a", "/..", "/../a", "a/../b", "a/./b", "a/..", "a/../..", "/a/b.txt", "b.txt", ".bashrc", "a.b.c", "a.", "..x", "...", "a/.b", "x..", "/a.b/c", "foo.tar.gz/", "..a.b", "a/b/../../../c", "/a/b/c/..", ".//a", "///a//b"];
for (const p of ps) {
  console.log(JSON.stringify(p), path.normalize(p), path.dirname(p), path.basename(p), path.extname(p), path.isAbsolute(p), JSON.stringify(path.parse(p)), path.resolve("/base/x", p), path.relative("/base/x", path.resolve("/base", p)));
}
console.log(join("a", "b", "..", "c"), join(), join("", ""), join("/a", "/b"), join("a", "", "b/"), path.resolve("/x", "y", "../z"), path.resolve("/x", "/y"));
console.log(basename("a.txt", ".txt"), basename("/q/a.txt", "a.txt"), basename("a.txt", "txt"), basename("a/b.html", ".htm"), basename("aaa", "a"), basename("a", "a"), basename("/a/", "a"), basename("file.js.js", ".js"));
console.log(path.format({ dir: "/home", base: "x.txt" }), path.format({ root: "/", name: "file", ext: ".txt" }), path.format({ name: "f", ext: "t" }), path.format({ root: "/", dir: "/", base: "b" }));
console.log(path.sep, path.delimiter, path.relative("/data/a/b", "/data/c"), path.relative("/a", "/a/b/c"), path.relative("/a/b", "/"));
