package org.krait.runtime.sre;

import java.util.Arrays;

/** Code under construction. */
final class CodeWords {
    private int[] words = new int[64];
    private int size;

    void add(int word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = word;
    }

    void addAll(int[] more) {
        for (int word : more) {
            add(word);
        }
    }

    /** Adds a word that is filled in later and answers its place. */
    int hole() {
        add(0);
        return size - 1;
    }

    /** Fills a hole with the distance from it to here, and {@code more}. */
    void fill(int hole, int more) {
        words[hole] = size - hole + more;
    }

    int[] toArray() {
        return Arrays.copyOf(words, size);
    }
}
