package org.krait.objects.text;

/** A complex number as text. */
public final class ComplexText {
    private ComplexText() {}

    /** {@code repr} of a complex. */
    public static String repr(double real, double imaginary) {
        String tail = FloatText.format(imaginary, 'r', 0, real == 0 && Math.copySign(1, real) > 0 ? 0 : FloatText.PLUS);
        if (real == 0 && Math.copySign(1, real) > 0) {
            return tail.concat("j");
        }
        String sign = Double.isNaN(imaginary) ? "+" : "";
        return "(" + FloatText.format(real, 'r', 0, 0) + sign + tail + "j)";
    }
}
