package io.github.spikesweep.simulation.spike;

/**
 * The shapes of the spikes of one row, summed up as they occur. A spike begins where the slope of the spike variable rises
 * through the model's onset slope for the last time before the peak; its amplitude is the height of the peak over the value
 * there, and its half width the time spent above the middle between the two.
 */
public final class ActionPotentials {
    private long amplitudes;
    private double meanAmplitude;
    private long halfWidths;
    private double meanHalfWidth;

    public ActionPotentials() {}

    void addAmplitude(double amplitude) {
        amplitudes++;
        meanAmplitude += (amplitude - meanAmplitude) / amplitudes;
    }

    void addHalfWidth(double width) {
        halfWidths++;
        meanHalfWidth += (width - meanHalfWidth) / halfWidths;
    }

    /** The mean amplitude; NaN without a spike that has an onset and a peak. */
    public double meanAmplitude() {
        return amplitudes == 0 ? Double.NaN : meanAmplitude;
    }

    /** The mean width at half the amplitude; NaN without a spike that comes down that far. */
    public double meanHalfWidth() {
        return halfWidths == 0 ? Double.NaN : meanHalfWidth;
    }
}
