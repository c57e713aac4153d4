import { Run, XmlAttributeComponent, XmlComponent } from 'docx';

/** Begin, separator or end of a field that reaches over several paragraphs, such as the contents. */
export function fieldRun(kind: 'begin' | 'separate' | 'end'): Run {
  return new Run({ children: [new FieldCharacter(kind)] });
}

/** What the field computes; its stored result stands between separator and end. */
export function instructionRun(instruction: string): Run {
  return new Run({ children: [new Instruction(instruction)] });
}

class FieldCharacter extends XmlComponent {
  constructor(kind: 'begin' | 'separate' | 'end') {
    super('w:fldChar');
    this.root.push(new FieldCharacterAttributes({ kind }));
  }
}

class FieldCharacterAttributes extends XmlAttributeComponent<{ readonly kind: string }> {
  protected override readonly xmlKeys = { kind: 'w:fldCharType' };
}

class Instruction extends XmlComponent {
  constructor(instruction: string) {
    super('w:instrText');
    this.root.push(new SpaceAttribute({ space: 'preserve' }), instruction);
  }
}

class SpaceAttribute extends XmlAttributeComponent<{ readonly space: string }> {
  protected override readonly xmlKeys = { space: 'xml:space' };
}
