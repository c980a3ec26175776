package org.krait.tests.fuzz;

import java.util.Random;
import org.krait.objects.ThreadState;

/** Something to fuzz. A round is determined by its random numbers. */
interface Target {
    /** Does one round; throws an AssertionError, or what should not have been thrown, when it finds a mistake. */
    void round(ThreadState ts, Random random) throws Exception;

    /** The input of the round that is running, to be written to a file when it fails. */
    byte[] input();
}
