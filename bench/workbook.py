"""Takes the cells out of a workbook, so that libxlsxwriter alone can write them again (bare_workbook.c)."""
import re
import struct
import zipfile
from html import unescape

SHEET, LONG_SHEET, TEXT, NUMBER, BLANK = range(5)
LONG = 20000  # rows: tongji writes longer sheets with flat memory
RECORD = struct.Struct("dIIHHI")
CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"(?: s="(\d+)")?(?: t="(\w+)")?(?:/>|>(?:<is>)?<([tvf])[^>]*>(.*?)</(?:v|t|f)>.*?</c>)', re.S)


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def rows_in_blocks(file):
    """The sheet's XML in pieces that end with a row."""
    rest = b""
    while data := file.read(8 << 20):
        data = rest + data
        cut = data.rfind(b"</row>") + 6
        if cut > 5:
            yield data[:cut]
            data = data[cut:]
        rest = data


def shared_strings(book):
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    return [unescape(t.decode()).encode() for t in re.findall(rb"<si><t[^>]*>(.*?)</t></si>", book.read("xl/sharedStrings.xml"), re.S)]


def put_cell(out, match, strings, columns):
    letters, row, style, kind, inner, text = match.groups()
    if letters not in columns:
        columns[letters] = column_number(letters)
    number, what = 0.0, BLANK
    if kind == b"s":
        text, what = strings[int(text)], TEXT
    elif inner == b"t":
        text, what = (unescape(text.decode()).encode() if b"&" in text else text), TEXT
    elif inner:
        number, text, what = float(text) if inner == b"v" else 1.0, b"", NUMBER
    text = text or b""
    out.write(RECORD.pack(number, int(row) - 1, len(text), columns[letters], int(style or 0), what))
    out.write(text)


def take_out(path, target):
    """Writes the cells of the workbook `path` to `target`; how many there are."""
    count, columns = 0, {}
    with zipfile.ZipFile(path) as book, open(target, "wb") as out:
        strings = shared_strings(book)
        sheets = sorted((n for n in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)), key=lambda n: int(re.sub(r"\D", "", n)))
        for name in sheets:
            with book.open(name) as file:
                head = file.read(4096)
                last = re.search(rb'<dimension ref="[A-Z]+\d+(?::[A-Z]+(\d+))?"', head)
                long = book.getinfo(name).file_size > 50_000_000 or (last and int(last.group(1) or 1) > LONG)
            out.write(RECORD.pack(0, 0, 0, 0, 0, LONG_SHEET if long else SHEET))
            with book.open(name) as file:
                for block in rows_in_blocks(file):
                    for match in CELL.finditer(block):
                        put_cell(out, match, strings, columns)
                        count += 1
    return count
