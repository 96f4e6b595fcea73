namespace Volo.Abp.Uow;

public static class UnitOfWorkExtensions
{
    public static bool IsReservedFor(this IUnitOfWork unitOfWork, string reservationName) =>
        unitOfWork.IsReserved && unitOfWork.ReservationName == reservationName;

    /// <summary>Keeps something with the unit of work; what was there under the key is replaced.</summary>
    public static void AddItem<TValue>(this IUnitOfWork unitOfWork, string key, TValue value) where TValue : class => unitOfWork.Items[key] = value;

    public static TValue? GetItemOrDefault<TValue>(this IUnitOfWork unitOfWork, string key) where TValue : class =>
        (TValue?)unitOfWork.Items.GetValueOrDefault(key);

    public static TValue GetOrAddItem<TValue>(this IUnitOfWork unitOfWork, string key, Func<string, TValue> factory) where TValue : class
    {
        if (!unitOfWork.Items.TryGetValue(key, out var item))
        {
            unitOfWork.Items[key] = item = factory(key);
        }

        return (TValue)item;
    }

    public static void RemoveItem(this IUnitOfWork unitOfWork, string key) => unitOfWork.Items.Remove(key);
}
