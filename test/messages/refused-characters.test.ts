import { describe, expect, it } from 'vitest';
import { enterText, type Lines } from '../../src/domain/text.ts';
import { messagesIn } from '../../src/messages/messages.ts';

const words = (language: 'nl' | 'en', raw: string, lines: Lines): string =>
  messagesIn(language).errors['text-refused']({
    texts: [{ place: 'Motivering', lines, refused: enterText(raw, { lines }).refused }],
  });

describe('what is said of characters that may not come in', () => {
  it('names all of them at once, with where they stand', () => {
    expect(words('nl', 'a🙂\n漢🙂\u0007', 'many')).toBe(
      'Motivering heeft tekens die hier niet kunnen: “🙂” (U+1F642) op regel 1, teken 2 en op regel 2, teken 2; ' +
        '“漢” (U+6F22) op regel 2, teken 1; een onzichtbaar teken (U+0007) op regel 2, teken 3. Haal ze weg of schrijf ze anders.',
    );
    expect(words('en', 'a🙂\n漢', 'many')).toBe(
      'Motivering has characters that cannot be used here: “🙂” (U+1F642) at line 1, character 2; “漢” (U+6F22) at line 2, character 1. ' +
        'Remove them or write them in another way.',
    );
  });

  it('counts only characters in what has one line, and names a line break', () => {
    expect(words('nl', 'a🙂\nb', 'one')).toContain('“🙂” (U+1F642) op teken 2; een regeleinde op teken 3.');
  });

  it('shows a loose mark on a circle, and counts what is too much to name', () => {
    expect(words('nl', 'q\u0303', 'one')).toContain('“◌\u0303” (U+0303)');
    const many = Array.from({ length: 30 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    expect(words('nl', many, 'one')).toContain('; en nog 5 andere tekens.');
    expect(words('en', '漢'.repeat(9), 'one')).toContain('and at character 5 and 4 more times.');
  });
});
