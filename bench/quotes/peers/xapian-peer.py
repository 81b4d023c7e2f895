"""Builds a Xapian index of the lines of a file, then answers each line of standard input with the numbers of fifty lines."""
import sys
import xapian

lines, path = sys.argv[1], sys.argv[2]
db = xapian.WritableDatabase(path, xapian.DB_CREATE_OR_OVERWRITE)
with open(lines, encoding="utf-8") as file:
    for line in file:
        document = xapian.Document()
        for place, word in enumerate(line.split()):
            document.add_term(word[:200])
        db.add_document(document)
db.commit()
enquire = xapian.Enquire(db)
for line in sys.stdin:
    words = [w[:200] for w in line.split()]
    found = []
    if words:
        enquire.set_query(xapian.Query(xapian.Query.OP_OR, words))
        found = [str(match.docid - 1) for match in enquire.get_mset(0, 50)]
    print(" ".join(found), flush=True)
