#!/usr/bin/env python3
"""Verifies exported dossiers of Gunwijzer by their bytes alone (docs/dossier-format.md). Python 3.9 or newer, nothing else.

    python3 verify_dossier.py FILE [--head HASH]       says whether the file is in order, or what is wrong and where
    python3 verify_dossier.py FILE FILE ...            says so of each file in one line of JSON
    python3 verify_dossier.py --list FILE_OF_NAMES     the same of the files that are named in a file, one a line

It checks layout, seal, chain, canonical form, and every part that is disclosed against its digest. It puts no payload together, asks
nothing of the procedure and computes no outcome: `gunwijzer verify` does.
Exit code 0: all are in order. 1: one is refused, or cannot be read. 2: it was called wrongly.
"""

import argparse
import calendar
import hashlib
import hmac
import json
import math
import re
import sys
from decimal import Decimal

IDENTIFIER = re.compile(r'[a-z0-9][a-z0-9-]{0,63}')
HASH = re.compile(r'[0-9a-f]{64}')
MOMENT = re.compile(r'([0-9]{4})-([0-9]{2})-([0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?Z')
PART = re.compile(r'"([a-z]+|piece:[0-9a-f]{64})":\["([0-9a-f]{64})",(.+)\]', re.DOTALL)
EVENTS, BODY, PARTS, END = ',"events":[', '{"body":', ',"parts":{', '}}'
FORMAT_CHANGED = 'log-format-changed'
FIELDS_1 = {'dossier', 'seq', 'type', 'at', 'actor', 'payload', 'previous'}
FIELDS_2 = {'dossier', 'seq', 'type', 'format', 'previous', 'admission', 'parts'}

# By the start of the id of a dossier: its editions, and the parts of each type of event besides actor, content and moment.
KINDS = {
    'tender-': (('whole', 'committee', 'bidder', 'public'), {
        FORMAT_CHANGED: (), 'rules-published': ('person',), 'rules-amended': (), 'assessor-appointed': ('person',), 'auditor-named': ('person',),
        'auditor-released': ('person',), 'bid-registered': ('confidential', 'name', 'scope'), 'assessment-opened': (),
        'assessment-saved': ('scope',), 'assessment-submitted': ('scope',), 'consensus-opened': (), 'consensus-recorded': ('scope',),
        'quality-closed': (), 'price-recorded': ('confidential', 'note', 'scope'), 'bid-set-aside': ('confidential', 'scope'),
        'draw-recorded': ('bids',), 'award-computed': ('bids', 'result'), 'quality-reopened': (), 'award-decision-sent': (),
        'lot-fixed': (), 'lot-unfixed': (), 'lot-withdrawn': (), 'lot-reopened': (), 'tender-stopped': (), 'tender-resumed': (),
        'tender-archived': (), 'tender-unarchived': (), 'bid-corrected': ('confidential', 'name', 'scope'),
        'bid-struck': ('confidential', 'scope'), 'bid-reinstated': ('confidential', 'scope'),
        'requirements-checked': ('confidential', 'scope'), 'price-sealed': ('confidential', 'note', 'scope'), 'opening-proposed': (),
        'prices-opened': (), 'price-corrected': ('confidential', 'note', 'scope'), 'explanation-asked': ('confidential', 'scope'),
        'explanation-received': ('confidential', 'scope'), 'explanation-judged': ('confidential', 'scope'),
        'letter-issued': ('scope',), 'proceeding-started': (), 'proceeding-ended': (),
        'document-added': ('confidential', 'scope'), 'document-removed': ('confidential', 'scope'),
        'document-sealed': ('confidential', 'scope'), 'sealed-documents-removed': ('confidential', 'scope'),
        'assessor-released': ('note', 'person'), 'onlooker-named': ('person',), 'onlooker-released': ('person',),
        'witness-named': ('person',), 'witness-released': ('person',), 'keeper-named': ('person',), 'keeper-released': ('person',),
        'deputy-named': ('person',), 'deputy-released': ('person',), 'chair-handed-over': ('person',), 'succession-proposed': ('person',),
        'chair-succeeded': ('person',), 'interests-declared': ('note',), 'conflict-judged': ('note', 'person'),
        'conflict-found': ('note', 'person'), 'consensus-confirmed': ('scope',), 'round-opened': (), 'bid-reassessed': ('scope',),
        'round-consensus-opened': (), 'round-closed': (), 'round-annulled': (), 'round-restored': (),
    }),
    'decision-': (('whole', 'committee', 'public'), {
        FORMAT_CHANGED: (), 'matrix-published': ('person',), 'successor-proposed': ('person',),
        'officer-succeeded': ('person',), 'weighing-recorded': (), 'alternative-chosen': (), 'decision-signed': (),
    }),
    'contract-': (('whole', 'committee', 'public'), {
        FORMAT_CHANGED: (), 'contracts-opened': ('person',), 'people-changed': ('person',), 'successor-proposed': ('person',),
        'officer-succeeded': ('person',), 'contract-added': ('confidential',),
        'contract-signed': (), 'contract-changed': (), 'contract-ended': (), 'budget-set': (), 'index-recorded': (),
        'figures-recorded': (), 'growth-path-considered': (), 'extension-decided': (), 'deciding-agreed': (),
        'take-over-recorded': ('note',), 'year-evaluated': (), 'entry-withdrawn': (), 'dossier-closed': (), 'dossier-reopened': (),
    }),
    'plan-': (('whole', 'committee', 'public'), {
        FORMAT_CHANGED: (), 'plan-opened': ('person',), 'officer-changed': ('person',), 'successor-proposed': ('person',),
        'officer-succeeded': ('person',), 'service-planned': (), 'phase-planned': (),
        'moment-planned': (), 'plan-adopted': (), 'entry-withdrawn': (), 'dossier-closed': (), 'dossier-reopened': (),
    }),
    'accounts': (('whole',), {
        FORMAT_CHANGED: (), 'account-added': ('person',), 'role-changed': ('person',), 'roles-changed': ('person',),
        'name-corrected': ('person',), 'password-link-made': ('person',), 'password-set': ('person',),
        'account-closed': ('person',), 'account-reopened': ('person',),
    }),
}


class Refused(Exception):
    """Where a file is not in order, and why."""


def require(holds, where, why):
    if not holds:
        raise Refused(f'{where}: {why}')


# Canonical JSON (RFC 8785): no spaces, no escape that is not needed, the keys of an object ascending by UTF-16 code unit (so that none
# is there twice), each number as ECMAScript writes it.
TOKEN = re.compile(
    r'[{}\[\]:,]|true|false|null|-?[0-9][0-9.eE+-]*'
    r'|"[^"\\\x00-\x1f]*(?:\\(?:["\\bfnrt]|u00(?:0[0-7bef]|1[0-9a-f]))[^"\\\x00-\x1f]*)*"'
)


def read_canonical(text, where):
    hooks = {'object_pairs_hook': read_object, 'parse_int': read_number, 'parse_float': read_number, 'parse_constant': read_number}
    try:
        value = json.loads(text, **hooks)
    except (ValueError, RecursionError):
        raise Refused(f'{where}: no canonical JSON') from None
    require(not TOKEN.sub('', text), where, 'no canonical JSON')
    return value


def read_object(pairs):
    keys = [key.encode('utf-16-be') for key, _ in pairs]
    if any(key >= following for key, following in zip(keys, keys[1:])):
        raise ValueError('keys do not ascend')
    if any(key == '__proto__' for key, _ in pairs):
        raise ValueError('a key that readers pass over')
    return dict(pairs)


def read_number(text):
    value = float(text)
    if not math.isfinite(value) or as_ecmascript(value) != text:
        raise ValueError('a number in another form')
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def as_ecmascript(value):
    """repr has the same digits: the fewest that read back as the same number. Where the point stands differs."""
    if value == 0:
        return '0'
    _, places, exponent = Decimal(repr(abs(value))).normalize().as_tuple()
    digits = ''.join(map(str, places))
    point = len(digits) + exponent
    if 0 < point <= 21:
        digits = digits.ljust(point, '0')
        text = digits[:point] + ('.' + digits[point:] if digits[point:] else '')
    elif -6 < point <= 0:
        text = '0.' + '0' * -point + digits
    else:
        text = digits[0] + ('.' + digits[1:] if digits[1:] else '') + f'e{point - 1:+d}'
    return ('-' if value < 0 else '') + text


def is_text(value, pattern):
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def is_count(value, least):
    return type(value) is int and value >= least


def is_moment(value):
    found = MOMENT.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return False
    year, month, day = map(int, found.groups())
    # The calendar repeats itself after 400 years; the library has no year 0.
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year % 400 + 400, month)[1]


def is_person(value):
    is_object = isinstance(value, dict) and set(value) == {'id', 'name'}
    return is_object and is_text(value['id'], IDENTIFIER) and isinstance(value['name'], str)


def sha256(text):
    return hashlib.sha256(text.encode('utf-8')).hexdigest()


def read_top(line):
    """The first line: format, dossier, people; in format 2 edition, bid, and how many lines of parts there are."""
    require(line.endswith(EVENTS), 'line 1', 'no start of a dossier')
    top = read_canonical(line[: -len(EVENTS)] + '}', 'line 1')
    is_first = top.get('format') == 'gunwijzer-dossier/1'
    require(is_first or top.get('format') == 'gunwijzer-dossier/2', 'line 1', 'unknown format')
    of_bidder = {'bid'} if top.get('edition') == 'bidder' else set()
    fields = {'format', 'dossier', 'people'} | (set() if is_first else {'edition', 'disclosed'} | of_bidder)
    require(set(top) == fields and is_count(top.get('disclosed', 0), 0), 'line 1', 'other fields than the format has')
    require(is_text(top['dossier'], IDENTIFIER) and is_text(top.get('bid', 'x'), IDENTIFIER), 'line 1', 'no identifier')
    require(isinstance(top['people'], list) and all(map(is_person, top['people'])), 'line 1', 'no list of people')
    return {'edition': 'whole', 'disclosed': 0, **top}


def split_events(lines):
    """Of each event between the first line and the last: its body, and the lines of its parts; None in format 1."""
    place, last = 1, len(lines) - 2

    def without_comma():
        line = lines[place]
        require(place == last or line.endswith(','), f'line {place + 1}', 'no comma after an event')
        return line if place == last else line[:-1]

    while place <= last:
        if not lines[place].startswith(BODY):
            yield without_comma(), None
        else:
            require(lines[place].endswith(PARTS), f'line {place + 1}', 'a body without parts')
            body, parts = lines[place][len(BODY) : -len(PARTS)], []
            place += 1
            while place <= last and not lines[place].startswith(END):
                parts.append(lines[place])
                place += 1
            require(place <= last and without_comma() == END, f'line {place + 1}', 'an event that does not end')
            yield body, parts
        place += 1


def read_event(body, part_lines, where):
    """An event in its one form: of which format, what is known of its moment, how much is disclosed and withheld."""
    event = read_canonical(body, where)
    of_format, fields = (1, FIELDS_1) if part_lines is None else (2, FIELDS_2)
    has_fields = isinstance(event, dict) and set(event) | {'admission'} == fields | {'admission'} and event.get('format', 1) == of_format
    require(has_fields, where, f'no event of format {of_format}')
    require(is_count(event['seq'], 1) and is_text(event['previous'], HASH), where, 'no number, or no hash')
    require(isinstance(event['dossier'], str) and isinstance(event['type'], str), where, 'no dossier, or no type')
    if of_format == 1:
        require(is_moment(event['at']) and isinstance(event['actor'], str), where, 'no moment, or nobody who did it')
        require(is_count(event.get('admission', 2), 2), where, 'no version of a procedure')
        return {**event, 'format': 1, 'parts': None, 'disclosed': 0, 'withheld': 0}
    digests = event['parts']
    require(is_count(event.get('admission'), 1), where, 'no version of a procedure')
    require(isinstance(digests, dict) and all(is_text(one, HASH) for one in digests.values()), where, 'no digests')
    values, pieces = read_parts(part_lines, digests, where)
    require(isinstance(values.get('actor', ''), str), where, 'nobody who did it')
    require('moment' not in values or is_moment(values['moment']), where, 'no moment')
    counts = {'disclosed': len(values), 'withheld': len(digests) + len(pieces) - len(values)}
    return {**event, 'at': values.get('moment'), **counts}


def read_parts(part_lines, digests, where):
    """By name what is disclosed, pieces as well, each held against its digest; and the digests of the pieces that there are."""
    values, pieces, before = {}, frozenset(), ''
    for number, line in enumerate(part_lines, 1):
        has_comma = number == len(part_lines) or line.endswith(',')
        found = PART.fullmatch(line if number == len(part_lines) else line[:-1])
        require(has_comma and found is not None, where, 'no part')
        name, salt, text = found.groups()
        require(name > before, where, f'the part {name} is not in its place')
        value = read_canonical(text, f'{where}, part {name}')
        digest = hmac.new(bytes.fromhex(salt), text.encode('utf-8'), 'sha256').hexdigest()
        committed = name[6:] if name[6:] in pieces else digests.get(name)
        require(digest == committed, where, f'the part {name} is not what was committed to')
        if name == 'bids':
            are_digests = isinstance(value, list) and value != [] and all(is_text(one, HASH) for one in value)
            require(are_digests and value == sorted(set(value)), where, 'no list of pieces')
            pieces = frozenset(value)
        values[name], before = value, name
    return values, pieces


def verify(data, expected_head=None):
    """What is proven of a file. Raises Refused."""
    try:
        lines = data.decode('utf-8').split('\n')
    except UnicodeDecodeError:
        raise Refused('file: no UTF-8') from None
    require(lines.pop() == '' and len(lines) >= 3, 'file', 'cut off')
    top = read_top(lines[0])
    editions, types = next((KINDS[kind] for kind in KINDS if top['dossier'].startswith(kind)), ((), {}))
    require(top['edition'] in editions, 'line 1', 'unknown kind or edition of a dossier')
    head, at, before, disclosed, withheld = '0' * 64, '', 0, 0, 0
    for seq, (body, part_lines) in enumerate(split_events(lines), 1):
        where = f'event {seq}'
        event = read_event(body, part_lines, where)
        require(event['seq'] == seq and event['previous'] == head, where, 'does not follow the event before')
        require(event['dossier'] == top['dossier'] and event['type'] in types, where, 'of another dossier, or of an unknown type')
        may_follow = (1,) if event['type'] == FORMAT_CHANGED else (0, event['format'])
        require(before in may_follow and (event['type'] != FORMAT_CHANGED or event['format'] == 2), where, 'in another format')
        if event['format'] == 2:
            require(top['format'] == 'gunwijzer-dossier/2', where, 'of format 2 in a file of format 1')
            require(set(event['parts']) == {'actor', 'content', 'moment', *types[event['type']]}, where, 'has other parts than its type')
        require(top['edition'] != 'whole' or event['withheld'] == 0, where, 'something is withheld of a whole dossier')
        require(event['at'] is None or event['at'] >= at, where, 'time runs back')
        head, at, before = sha256(body), event['at'] or at, event['format']
        disclosed, withheld = disclosed + event['disclosed'], withheld + event['withheld']
    require(disclosed == top['disclosed'], 'line 1', 'tells of another number of parts')
    seal = sha256(f'{lines[0]}\n{head}')
    require(lines[-1] == f'],"head":"{head}","seal":"{seal}"}}', 'last line', 'another head or seal than that of the lines before')
    require(expected_head in (None, head), 'head', f'{head} is not the one expected')
    shown = {name: top[name] for name in ('dossier', 'edition', 'bid') if name in top}
    return {**shown, 'events': seq, 'head': head, 'disclosed': disclosed, 'withheld': withheld}


def judge(file, expected_head=None):
    try:
        with open(file, 'rb') as opened:
            return {'file': file, 'ok': True, **verify(opened.read(), expected_head)}
    except (Refused, OSError) as error:
        return {'file': file, 'ok': False, 'why': str(error)}


def main():
    parser = argparse.ArgumentParser(description='Verifies exported dossiers of Gunwijzer by their bytes.')
    parser.add_argument('files', nargs='*', metavar='FILE')
    parser.add_argument('--head', metavar='HASH', help='the hash of the last event, as it stands on paper')
    parser.add_argument('--list', metavar='FILE_OF_NAMES', help='a file that names files, one a line')
    asked = parser.parse_args()
    files = asked.files
    if asked.list is not None:
        try:
            with open(asked.list, encoding='utf-8') as opened:
                files = files + opened.read().split('\n')[:-1]
        except (OSError, ValueError) as error:
            parser.error(f'{asked.list}: {error}')
    in_lines = len(files) > 1 or asked.list is not None
    if not files or (asked.head is not None and in_lines):
        parser.error('give one file, or several without --head')
    # The reader of JSON calls itself for each level; a proof can have some hundreds.
    sys.setrecursionlimit(4000)
    all_ok = True
    for one in (judge(file, asked.head) for file in files):
        all_ok = all_ok and one['ok']
        if in_lines:
            print(json.dumps(one))
        elif one['ok']:
            edition = f'{one["edition"]} of {one["bid"]}' if 'bid' in one else one['edition']
            print(f'ok: {one["events"]} events, head {one["head"]}')
            print(f'edition: {edition}; parts disclosed: {one["disclosed"]}, withheld: {one["withheld"]}')
        else:
            print(f'refused: {one["why"]}')
    return 0 if all_ok else 1


if __name__ == '__main__':
    sys.exit(main())
